import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import {
  CompletedTalk,
  InterviewLink,
  type OpenTalk,
} from '#server/interviews/contract.ts'
import { ask, type Refused, talks } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import {
  InterviewForm,
  nothingSaid,
  type Said,
} from '../../manager-interview/interview-form.tsx'
import { InterviewSummary } from '../../manager-interview/interview-summary.tsx'
import { ShownLink } from '../../manager-interview/shown-link.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { LetOutSentences } from './let-out-sentences.tsx'
import { talkQuery, talksQuery } from './queries.ts'

/** One interview: complete it with the manager; later say what may leave it. */
export function TalkPage(): ReactNode {
  const { id, interview } = useParams({
    from: '/facilitating/facilitate/$id/interviews/$interview',
  })
  const { say } = useLanguage()
  const { data: talk, error } = useQuery(talkQuery(id, interview))
  if (!talk) return <RefusalNote refusal={error} />
  return (
    <div className="page narrow">
      <PageHead title={talk.team.join(', ')} lead={say(`talk.lead.${talk.state}`)} />
      <OneTalk id={id} talk={talk} />
    </div>
  )
}

function OneTalk({
  id,
  talk,
}: {
  readonly id: string
  readonly talk: OpenTalk
}): ReactNode {
  const { say } = useLanguage()
  const content = talk.content ?? nothingSaid
  switch (talk.state) {
    case 'approved':
      return <LetOutSentences id={id} talk={talk} />
    case 'locked':
      return (
        <Card title={say('interview.summary')}>
          <InterviewSummary said={content} />
        </Card>
      )
    default:
      return <Complete id={id} talk={talk} />
  }
}

function Complete({
  id,
  talk,
}: {
  readonly id: string
  readonly talk: OpenTalk
}): ReactNode {
  const { say } = useLanguage()
  const client = useQueryClient()
  const param = { id, interview: talk.id }
  const saving = useMutation<CompletedTalk, Refused, Said>({
    mutationFn: ({ answers, texts, harmless }) =>
      ask(
        CompletedTalk,
        talks[':id'][':interview'].$put({
          param,
          json: { version: talk.version, answers, texts, harmless: [...harmless] },
        }),
      ),
    // Changed meanwhile: what is typed stays, and goes on from what is there now.
    onError: () => client.invalidateQueries(talkQuery(id, talk.id)),
    onSuccess: async (done) => {
      client.setQueryData(talkQuery(id, talk.id).queryKey, done.talk)
      await client.invalidateQueries({ ...talksQuery(id), exact: true })
    },
  })
  if (saving.data) {
    const { link } = saving.data
    return (
      <Card title={say('interview.summary')}>
        {link ? (
          <ShownLink label={say('talk.link')} text={say('talk.link.text')} link={link} />
        ) : (
          <p role="status">{say('talk.saved')}</p>
        )}
        {saving.data.talk.content && <InterviewSummary said={saving.data.talk.content} />}
        <Button variant="default" onClick={() => saving.reset()}>
          {say('interview.correct')}
        </Button>
      </Card>
    )
  }
  return (
    <>
      <InterviewForm
        before={talk.content ?? nothingSaid}
        finish={say('talk.save')}
        onFinish={(said) => saving.mutate(said)}
      />
      <RefusalNote refusal={saving.error} />
      {talk.state !== 'planned' && <NewLink id={id} interview={talk.id} />}
    </>
  )
}

function NewLink({
  id,
  interview,
}: {
  readonly id: string
  readonly interview: string
}): ReactNode {
  const { say } = useLanguage()
  const client = useQueryClient()
  const renewing = useMutation<InterviewLink, Refused>({
    mutationFn: () =>
      ask(
        InterviewLink,
        talks[':id'][':interview'].link.$post({ param: { id, interview } }),
      ),
    onSuccess: () => client.invalidateQueries(talkQuery(id, interview)),
  })
  if (renewing.data) {
    return (
      <ShownLink
        label={say('talk.link')}
        text={say('talk.link.text')}
        link={renewing.data.link}
      />
    )
  }
  return (
    <>
      <Button
        variant="subtle"
        loading={renewing.isPending}
        onClick={() => renewing.mutate()}
      >
        {say('talk.renew')}
      </Button>
      <RefusalNote refusal={renewing.error} />
    </>
  )
}
