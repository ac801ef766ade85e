import { Button, Radio } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import {
  Agreement,
  type CodingStudy,
  type Decide,
  verdicts,
} from '#server/coding/contract.ts'
import { ask, coding, type Refused } from '../../api.ts'
import { useCodeWords } from '../../coded-themes/use-code-words.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { agreementQuery } from './queries.ts'
import { SegmentView } from './segment-view.tsx'
import { useWords } from './use-words.ts'
import { WordsField } from './words-field.tsx'

type Disagreement = Agreement['disagreements'][number]

/** What one coder gave and the other did not: talked over, and settled with a reason. */
export function Disagreements({
  id,
  study,
  agreement: { disagreements },
}: {
  readonly id: string
  readonly study: CodingStudy
  readonly agreement: Agreement
}): ReactNode {
  const { say, count } = useLanguage()
  const open = disagreements.filter(({ verdict }) => verdict === null).length
  const canDecide = study.me !== null && study.state !== 'locked'
  return (
    <Card title={say('disagreements.title')}>
      <p className="quiet">{say('disagreements.text')}</p>
      <p role="status">
        {disagreements.length === 0
          ? say('disagreements.none')
          : count('disagreements.open', open)}
      </p>
      <ol className="disagreements">
        {disagreements.map((one) => (
          <li key={`${one.code} ${one.segment.id}`}>
            <OneDisagreement
              id={id}
              study={study}
              disagreement={one}
              canDecide={canDecide}
            />
          </li>
        ))}
      </ol>
    </Card>
  )
}

function OneDisagreement({
  id,
  study,
  disagreement: { segment, code, yes, verdict, reason },
  canDecide,
}: {
  readonly id: string
  readonly study: CodingStudy
  readonly disagreement: Disagreement
  readonly canDecide: boolean
}): ReactNode {
  const { say } = useLanguage()
  const describe = useCodeWords(study.codebook)
  const [isOpen, setOpen] = useState(verdict === null)
  const { label, means } = describe(code)
  const nameOf = (place: number): string =>
    study.coders.find((coder) => coder.place === place)?.name ?? ''
  return (
    <section aria-label={say('disagreements.name', { code: label, text: segment.text })}>
      <h3>{label}</h3>
      <SegmentView segment={segment} />
      <p>
        {say('disagreements.who', { yes: nameOf(yes), no: nameOf(yes === 1 ? 2 : 1) })}
      </p>
      <p className="quiet">{means}</p>
      {verdict && (
        <p className="good">
          {say(`verdict.${verdict}`)}: {reason}
        </p>
      )}
      {canDecide && verdict && !isOpen && (
        <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
          {say('disagreements.again')}
        </Button>
      )}
      {canDecide && isOpen && (
        <DecisionForm
          id={id}
          segment={segment.id}
          code={code}
          onDone={() => setOpen(false)}
        />
      )}
    </section>
  )
}

function DecisionForm({
  id,
  segment,
  code,
  onDone,
}: {
  readonly id: string
  readonly segment: string
  readonly code: Disagreement['code']
  readonly onDone: () => void
}): ReactNode {
  const { say } = useLanguage()
  const client = useQueryClient()
  const [verdict, setVerdict] = useState<(typeof verdicts)[number]>()
  const reason = useWords()
  const deciding = useMutation<Agreement, Refused, Decide>({
    mutationFn: (json) =>
      ask(Agreement, coding[':id'].decisions.$put({ param: { id }, json })),
    onSuccess: (agreement) => {
      client.setQueryData(agreementQuery(id).queryKey, agreement)
      onDone()
      return client.invalidateQueries({ queryKey: ['coding', id, 'themes'] })
    },
  })
  return (
    <form
      className="code-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!verdict) return
        const { text, harmless } = reason
        deciding.mutate({ segment, code, verdict, reason: text, harmless })
      }}
    >
      <Radio.Group
        label={say('disagreements.verdict')}
        value={verdict ?? ''}
        onChange={(value) => setVerdict(verdicts.find((one) => one === value))}
      >
        <div className="row">
          {verdicts.map((one) => (
            <Radio key={one} value={one} label={say(`verdict.${one}`)} />
          ))}
        </div>
      </Radio.Group>
      <WordsField label={say('disagreements.reason')} words={reason} />
      <Button
        type="submit"
        variant="default"
        loading={deciding.isPending}
        disabled={!verdict || !reason.isReady}
      >
        {say('disagreements.settle')}
      </Button>
      <RefusalNote refusal={deciding.error} />
    </form>
  )
}
