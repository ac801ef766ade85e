import { Button, Textarea } from '@mantine/core'
import type { ReactNode } from 'react'
import { useLanguage } from '../../language.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { useDraftOf } from '../use-draft.ts'
import { PassageConflict } from './passage-conflict.tsx'
import type { MaterialAt, PassageToChange } from './queries.ts'
import { usePassageChange } from './use-passage-change.ts'

interface Props {
  readonly at: MaterialAt
  readonly passage: PassageToChange
  readonly canChange: boolean
}

/** What the sentence said when its change began: what changes meanwhile is not lost unseen. */
interface Draft {
  readonly words?: string
  readonly base?: string
}

/** One sentence of a material, with what somebody wrote in its place. */
export function PassageRow({ at, passage, canChange }: Props): ReactNode {
  const { say } = useLanguage()
  const [draft, setDraft] = useDraftOf<Draft>(
    `words.${at.id}.${at.kind}.${at.locale}.${passage.id}`,
    {},
  )
  const shown = passage.words ?? passage.text
  const hasConflict = passage.base !== null && passage.base !== passage.text
  return (
    <>
      <p lang={at.locale}>{shown}</p>
      {passage.by && <p className="quiet">{say('words.by', { by: passage.by })}</p>}
      {!passage.isPlain && <p className="quiet">{say('words.hard')}</p>}
      {hasConflict && <PassageConflict at={at} passage={passage} canChange={canChange} />}
      {canChange &&
        (draft.words === undefined ? (
          <Button
            variant="default"
            aria-label={say('words.change.name', { text: shown })}
            onClick={() => setDraft({ words: shown, base: passage.text })}
          >
            {say('words.change')}
          </Button>
        ) : (
          <ChangeForm
            at={at}
            passage={passage}
            words={draft.words}
            base={draft.base ?? passage.text}
            onType={(words) => setDraft({ ...draft, words })}
            onEnd={() => setDraft({})}
          />
        ))}
    </>
  )
}

function ChangeForm({
  at,
  passage,
  words,
  base,
  onType,
  onEnd,
}: Omit<Props, 'canChange'> & {
  readonly words: string
  readonly base: string
  readonly onType: (words: string) => void
  readonly onEnd: () => void
}): ReactNode {
  const { say } = useLanguage()
  const change = usePassageChange(at, onEnd)
  const keep = (kept: string): void =>
    change.mutate({ passage: passage.id, base, words: kept })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        keep(words)
      }}
    >
      <Textarea
        label={say('words.field')}
        lang={at.locale}
        autosize
        maxLength={2000}
        required
        value={words}
        onChange={(event) => onType(event.currentTarget.value)}
      />
      <RefusalNote refusal={change.error} />
      <div className="page-actions">
        <Button type="submit" loading={change.isPending}>
          {say('words.keep')}
        </Button>
        {passage.words !== null && (
          <Button variant="default" onClick={() => keep('')}>
            {say('words.take-back')}
          </Button>
        )}
        <Button variant="default" onClick={onEnd}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  )
}
