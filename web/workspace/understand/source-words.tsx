import type { ReactNode } from 'react'
import { levelOf } from '#analysis/needs/convergence.ts'
import type { Results } from '#server/results/contract.ts'
import { useLanguage } from '../../language.tsx'

type Need = Results['needs']['needs'][number]
export type SourceName = keyof Need['sources']

/** Each source, and what it is called. */
export const sourceNames = [
  ['survey', 'source.survey'],
  ['focusGroups', 'source.focus-groups'],
  ['managers', 'source.managers'],
] as const satisfies readonly (readonly [SourceName, string])[]

/** A shape for each coding beside its word: nobody has to tell colours apart. */
const marks: Readonly<Record<Need['convergence'], string>> = {
  dissonance: '≠',
  silence: '○',
  partial: '≈',
  agreement: '=',
  'single-source': '1',
}

export function CodingMark({
  coding,
}: {
  readonly coding: Need['convergence']
}): ReactNode {
  const { say } = useLanguage()
  return (
    <span className={`coding coding-${coding}`}>
      <span className="coding-mark" aria-hidden="true">
        {marks[coding]}
      </span>
      {say(`sources.coding.${coding}`)}
    </span>
  )
}

/** What one source says of a need: its level in a word, its score, and what is behind it. */
export function SourceSays({
  need,
  source,
  topics,
}: {
  readonly need: Need
  readonly source: SourceName
  readonly topics: Results['sources']['topics']
}): ReactNode {
  const { say } = useLanguage()
  const found = need.sources[source]
  if (!found) return <span className="quiet">{say('sources.cell.none')}</span>
  const topic = topics[need.construct]
  return (
    <>
      <span className="says">
        {say(`sources.level.${levelOf(found.score)}`)} · {found.score}
      </span>
      {source === 'focusGroups' && topic && (
        <span className="says quiet">{say('sources.cell.groups', topic)}</span>
      )}
    </>
  )
}
