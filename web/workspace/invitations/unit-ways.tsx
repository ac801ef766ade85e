import type { ReactNode } from 'react'
import type { InvitedUnit } from '#server/invitations/contract.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { PrintUnit } from './print-unit.tsx'
import { WayOfUnit } from './way-of-unit.tsx'

/** How each unit is invited: by mail, in envelopes with names, or by lot. */
export function UnitWays({
  id,
  units,
  canChange,
}: {
  readonly id: string
  readonly units: readonly InvitedUnit[]
  readonly canChange: boolean
}): ReactNode {
  const { say } = useLanguage()
  return (
    <Card title={say('invitations.ways')}>
      <p>{say('invitations.ways.text')}</p>
      {canChange && <p>{say('invitations.print.once')}</p>}
      <ul className="plain-list invited-units">
        {units.map((unit) => (
          <li key={unit.unit}>
            <section aria-label={unit.name}>
              <h3>{unit.name}</h3>
              <UnitNumbers unit={unit} />
              {canChange ? (
                <>
                  <WayOfUnit id={id} unit={unit} />
                  <PrintUnit id={id} unit={unit} />
                </>
              ) : (
                <p>{say(`way.${unit.way}`)}</p>
              )}
            </section>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function UnitNumbers({ unit }: { readonly unit: InvitedUnit }): ReactNode {
  const { count } = useLanguage()
  const { headcount, way, listed, withAddress, printings } = unit
  return (
    <p className="quiet">
      {[
        count('people', headcount),
        ...(way === 'lot' ? [] : [count('invitations.on-list', listed)]),
        ...(way === 'mail' ? [count('invitations.addresses', withAddress)] : []),
        ...(printings > 0 ? [count('invitations.printings', printings)] : []),
      ].join(' · ')}
    </p>
  )
}
