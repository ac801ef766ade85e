import type { ReactNode } from 'react'
import type { Changes } from '#server/follow-up/contract.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
import { useChangeWords } from './change-words.ts'

type Line = Changes['lines'][number]

/** Needs with what they were and how they changed: a picture and its words in each row. */
export function ChangeTable({
  title,
  lines,
}: {
  readonly title: string
  readonly lines: readonly Line[]
}): ReactNode {
  const { say } = useLanguage()
  if (lines.length === 0) return null
  const hasComponents = lines.some(({ components }) => components.length > 0)
  return (
    <Card title={title}>
      <WideTable title={title}>
        <table className="plain waves">
          <caption>{say('waves.changed.chart')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('waves.changed.need')}</th>
              <th scope="col">{say('waves.changed.was')}</th>
              <th scope="col">{say('waves.changed.change')}</th>
              {hasComponents && <th scope="col">{say('waves.changed.answers')}</th>}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <LineRow key={line.construct} line={line} hasComponents={hasComponents} />
            ))}
          </tbody>
        </table>
      </WideTable>
    </Card>
  )
}

function LineRow({
  line: { construct, was, organization, noteworthy, components },
  hasComponents,
}: {
  readonly line: Line
  readonly hasComponents: boolean
}): ReactNode {
  const { say, number } = useLanguage()
  const words = useChangeWords()
  return (
    <tr>
      <th scope="row">{say(`construct.${construct}`)}</th>
      <td>{was === null ? say('hidden') : number(was)}</td>
      <td>
        {was !== null && <Dumbbell was={was} change={organization} />}
        {words(organization)}
        {noteworthy && <strong> · {say('waves.noteworthy')}</strong>}
      </td>
      {hasComponents && (
        <td>{components.map((one) => say(`component.${one}`)).join('; ')}</td>
      )}
    </tr>
  )
}

/** From what was to what is, on a scale from 0 to 100; one dot where there is no clear change. */
function Dumbbell({
  was,
  change,
}: {
  readonly was: number
  readonly change: Line['organization']
}): ReactNode {
  if (change.kind === 'hidden') return null
  // As far as is told and no finer: the steps of the words.
  const is = change.kind === 'change' ? was + change.points : was
  const isClear = change.kind === 'change'
  return (
    <span className="dumbbell" aria-hidden="true">
      {isClear && (
        <em style={{ left: `${Math.min(was, is)}%`, width: `${Math.abs(is - was)}%` }} />
      )}
      <i style={{ left: `${was}%` }} />
      {isClear && <b style={{ left: `${is}%` }} />}
    </span>
  )
}
