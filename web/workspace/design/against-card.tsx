import type { ReactNode } from 'react'
import type { Program } from '#server/programs/contract.ts'
import type { Entry } from '#server/programs/log/contract.ts'
import { Card } from '../../ui/card.tsx'
import { isAgainst } from './decisions.ts'
import { useProgramLanguage } from './use-program-language.ts'

/** What was decided otherwise than recommended, by whom and why; and what nobody decided. */
export function AgainstCard({ program }: { readonly program: Program }): ReactNode {
  const { say, tell, signature } = useProgramLanguage()
  const entries: readonly (Entry & { readonly component: string })[] = [
    ...program.decisions.filter(isAgainst),
    ...program.tiers,
    ...program.gate.filter(({ answer }) => answer === 'no'),
  ].toSorted((a, b) => a.number - b.number)
  const undecided = program.recommendations.filter(
    ({ component, tier }) =>
      tier === 'recommend' &&
      !program.decisions.some((one) => one.component === component),
  )
  return (
    <Card title={say('program.against')}>
      {entries.length === 0 && <p>{say('program.against.none')}</p>}
      <ul>
        {entries.map((entry) => {
          const { what, note } = tell(entry)
          return (
            <li key={entry.number}>
              <strong>{nameOf(entry, say)}</strong>: {what} {note}{' '}
              <span className="quiet">({signature(entry)})</span>
            </li>
          )
        })}
      </ul>
      {undecided.length > 0 && (
        <p>
          {say('program.undecided')}{' '}
          {undecided.map(({ component }) => say(`component.${component}`)).join(', ')}.
        </p>
      )}
    </Card>
  )
}

function nameOf(entry: Entry, say: ReturnType<typeof useProgramLanguage>['say']): string {
  const component = 'component' in entry ? entry.component : null
  return component ? say(`component.${component}`) : say('log.whole')
}
