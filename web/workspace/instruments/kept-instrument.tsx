import type { ReactNode } from 'react'
import type { KeptInstrument, LicenceRecord } from '#server/instruments/contract.ts'
import { itemsIn } from '#surveys/instruments/instrument.ts'
import { useLanguage } from '../../language.tsx'
import { FinalButton } from '../../ui/final-button.tsx'
import { AskingNote } from './asking-note.tsx'
import { ExportLinks } from './export-links.tsx'
import { LeftOutList } from './left-out-list.tsx'
import { QuestionTable } from './question-table.tsx'
import { toolNames } from './tool-names.ts'
import { useLanguageNames } from './use-language-names.ts'

/** One instrument with its licence: where it may be asked, its questions, files, and its end. */
export function KeptInstrumentView({
  id,
  kept,
  languages,
  onRemove,
}: {
  readonly id: string
  readonly kept: KeptInstrument
  /** of the survey */
  readonly languages: readonly string[]
  readonly onRemove: (() => void) | undefined
}): ReactNode {
  const { say, count } = useLanguage()
  const { list } = useLanguageNames()
  const { content, leftOut, licence, source } = kept
  return (
    <section className="instrument kept-instrument" aria-label={licence.name}>
      <h3>{licence.name}</h3>
      <p>
        {say('instruments.from', {
          tool: toolNames[source],
          languages: list(content.languages),
        })}
      </p>
      <Facts kept={kept} languages={languages} />
      <details>
        <summary>{count('instruments.questions', itemsIn(content).length)}</summary>
        <QuestionTable content={content} />
      </details>
      <details>
        <summary>{say('instruments.left')}</summary>
        <LeftOutList leftOut={leftOut} />
      </details>
      <ExportLinks path={`${id}/instruments/${kept.id}`} name={licence.name} />
      {onRemove && (
        <>
          <p className="quiet">{say('instruments.remove.hint')}</p>
          <FinalButton
            variant="default"
            label={say('instruments.remove.short')}
            name={say('instruments.remove', { name: licence.name })}
            onConfirm={onRemove}
          />
        </>
      )}
    </section>
  )
}

function Facts({
  kept,
  languages,
}: {
  readonly kept: KeptInstrument
  readonly languages: readonly string[]
}): ReactNode {
  const { say, date } = useLanguage()
  const { licence, recordedBy, recordedOn } = kept
  return (
    <dl className="facts">
      <dt>{say('instruments.kept.holder')}</dt>
      <dd>{licence.holder}</dd>
      <dt>{say('instruments.licence')}</dt>
      <dd>
        <Terms licence={licence} />
      </dd>
      <dt>{say('instruments.kept.languages')}</dt>
      <dd>
        <Translated licence={licence} languages={kept.content.languages} />
      </dd>
      <dt>{say('instruments.kept.record')}</dt>
      <dd>{say('instruments.kept.by', { name: recordedBy, date: date(recordedOn) })}</dd>
      <dt>{say('instruments.asking')}</dt>
      <dd>
        <AskingNote kept={kept} languages={languages} />
      </dd>
    </dl>
  )
}

function Terms({ licence }: { readonly licence: LicenceRecord }): ReactNode {
  const { say, date } = useLanguage()
  const { permission, until, commercial, locked } = licence
  const terms = say(`instruments.terms.${licence.terms}`)
  return (
    <ul>
      <li>
        {permission
          ? say('instruments.kept.permission', {
              terms,
              by: permission.by,
              date: date(permission.on),
            })
          : terms}
      </li>
      <li>
        {say(
          commercial
            ? 'instruments.licence.commercial'
            : 'instruments.licence.not-commercial-use',
        )}
      </li>
      {locked && <li>{say('instruments.licence.locked')}</li>}
      {until && <li>{say('instruments.kept.until', { date: date(until) })}</li>}
    </ul>
  )
}

function Translated({
  licence: { original, translations },
  languages,
}: {
  readonly licence: LicenceRecord
  readonly languages: readonly string[]
}): ReactNode {
  const { say } = useLanguage()
  const { nameOf } = useLanguageNames()
  return (
    <ul>
      {languages.map((tag) => {
        const language = nameOf(tag)
        const made = translations.find((one) => one.language === tag)
        return (
          <li key={tag}>
            {tag === original
              ? say('instruments.kept.original', { language })
              : say(
                  made?.official
                    ? 'instruments.kept.official'
                    : 'instruments.kept.translated',
                  { language, source: made?.source ?? '–' },
                )}
          </li>
        )
      })}
    </ul>
  )
}
