import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useRef } from 'react'
import { InterviewDoor } from '#server/interviews/contract.ts'
import { ask, interviewDoor, type Refused } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import {
  InterviewForm,
  nothingSaid,
  type Said,
} from '../../manager-interview/interview-form.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { Worried } from './before-beginning.tsx'
import { doorQuery, type Opened } from './door-query.ts'
import { keep, newLinkSecret } from './kept.ts'

/** The questions, kept on this device until they are handed in. */
export function PrepareInterview({
  link,
  opened,
  onLeave,
}: {
  readonly link: string
  readonly opened: Opened
  readonly onLeave: () => void
}): ReactNode {
  const { say } = useLanguage()
  const client = useQueryClient()
  const latest = useRef(opened.draft ?? nothingSaid)
  const note = (said: Said): void => {
    latest.current = said
    void keep(link, { said, next: null })
  }
  const handing = useMutation<InterviewDoor, Refused, Said>({
    mutationFn: (said) => handIn(link, opened.secret, said),
    onSuccess: () => client.refetchQueries(doorQuery(link)),
  })
  const leave = (): void => {
    client.setQueryData(doorQuery(link).queryKey, { ...opened, draft: latest.current })
    onLeave()
  }
  return (
    <>
      <InterviewForm
        before={opened.draft ?? nothingSaid}
        finish={say('interview.hand-in')}
        onChange={note}
        onFinish={(said) => handing.mutate(said)}
        onLeave={leave}
      />
      <RefusalNote refusal={handing.error} />
      <Worried door={opened.door} />
    </>
  )
}

/** The next link is kept before it is sent: a reply that gets lost loses nothing. */
async function handIn(link: string, secret: string, said: Said): Promise<InterviewDoor> {
  const next = newLinkSecret()
  await keep(link, { said, next })
  const { answers, texts, harmless } = said
  const json = { secret, next, answers, texts, harmless: [...harmless] }
  const door = await ask(InterviewDoor, interviewDoor['hand-in'].$post({ json }))
  await keep(link, { said: null, next })
  return door
}
