import { Button, Radio } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import {
  type LockedThemes,
  memberCheckOutcomes,
  type RecordCheck,
  Themes,
} from '#server/coding/contract.ts'
import { ask, coding } from '../../api.ts'
import { useThemeName } from '../../coded-themes/theme-table.tsx'
import { useLanguage } from '../../language.tsx'
import { FinalButton } from '../../ui/final-button.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { useThemesChange } from './queries.ts'
import { SegmentView } from './segment-view.tsx'
import { useWords } from './use-words.ts'
import { WordsField } from './words-field.tsx'

type Theme = LockedThemes['themes'][number]
type Source = Themes['sources'][number]

/** One theme: which of its paraphrases may be read, and what participants said of it. */
export function ThemeSummary({
  id,
  theme,
  source,
  canChange,
}: {
  readonly id: string
  readonly theme: Theme
  readonly source: Source | undefined
  readonly canChange: boolean
}): ReactNode {
  const { say, count } = useLanguage()
  const nameOf = useThemeName()
  const name = nameOf(theme)
  return (
    <details className="theme-summary">
      <summary>
        {name} · {count('themes.approved', theme.examples.length)} ·{' '}
        {say(`themes.check.${theme.check ?? 'none'}`)}
      </summary>
      <ul className="disagreements">
        {source?.segments.map((segment) => (
          <li key={segment.id}>
            <SegmentView segment={segment} />
            <Paraphrase id={id} segment={segment} canChange={canChange} />
          </li>
        ))}
      </ul>
      <MemberCheck
        id={id}
        theme={theme}
        note={source?.note ?? ''}
        canChange={canChange}
      />
    </details>
  )
}

function Paraphrase({
  id,
  segment,
  canChange,
}: {
  readonly id: string
  readonly segment: Source['segments'][number]
  readonly canChange: boolean
}): ReactNode {
  const { say } = useLanguage()
  const param = { id, segment: segment.id }
  const words = useWords(segment.paraphrase ?? segment.text)
  const approving = useThemesChange(id, () =>
    ask(
      Themes,
      coding[':id'].paraphrases[':segment'].$put({
        param,
        json: { text: words.text, harmless: words.harmless },
      }),
    ),
  )
  const withdrawing = useThemesChange(id, () =>
    ask(Themes, coding[':id'].paraphrases[':segment'].$delete({ param })),
  )
  const isReworded = words.text.trim().toLowerCase() !== segment.text.toLowerCase()
  if (segment.paraphrase !== null) {
    return (
      <>
        <p className="good">{say('themes.may-leave', { text: segment.paraphrase })}</p>
        {canChange && (
          <FinalButton
            variant="subtle"
            size="compact-sm"
            label={say('themes.withdraw')}
            onConfirm={() => withdrawing.mutate(undefined)}
          />
        )}
        <RefusalNote refusal={withdrawing.error} />
      </>
    )
  }
  if (!canChange) return null
  return (
    <form
      className="code-form"
      onSubmit={(event) => {
        event.preventDefault()
        approving.mutate(undefined)
      }}
    >
      <WordsField label={say('themes.reword')} words={words} />
      <Button
        type="submit"
        variant="default"
        size="sm"
        loading={approving.isPending}
        disabled={!words.isReady || !isReworded}
      >
        {say('themes.approve')}
      </Button>
      <RefusalNote refusal={approving.error} />
    </form>
  )
}

function MemberCheck({
  id,
  theme,
  note,
  canChange,
}: {
  readonly id: string
  readonly theme: Theme
  readonly note: string
  readonly canChange: boolean
}): ReactNode {
  const { say } = useLanguage()
  const [outcome, setOutcome] = useState(theme.check)
  const words = useWords(note)
  const recording = useThemesChange<RecordCheck>(id, (json) =>
    ask(
      Themes,
      coding[':id'].checks[':code'].$put({ param: { id, code: theme.code }, json }),
    ),
  )
  const isReady =
    outcome === 'corrected' ? words.isReady : outcome && words.findings.length === 0
  if (!canChange) return null
  return (
    <form
      className="code-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!outcome) return
        const { text, harmless } = words
        recording.mutate({ outcome, note: text, harmless })
      }}
    >
      <Radio.Group
        label={say('themes.check.label')}
        description={say('themes.check.hint')}
        value={outcome ?? ''}
        onChange={(value) =>
          setOutcome(memberCheckOutcomes.find((one) => one === value) ?? null)
        }
      >
        <div className="row">
          {memberCheckOutcomes.map((one) => (
            <Radio key={one} value={one} label={say(`themes.check.${one}`)} />
          ))}
        </div>
      </Radio.Group>
      <WordsField label={say('themes.check.note')} words={words} />
      <Button
        type="submit"
        variant="default"
        size="sm"
        loading={recording.isPending}
        disabled={!isReady}
      >
        {say('themes.check.save')}
      </Button>
      <p role="status">{recording.isSuccess && say('themes.check.saved')}</p>
      <RefusalNote refusal={recording.error} />
    </form>
  )
}
