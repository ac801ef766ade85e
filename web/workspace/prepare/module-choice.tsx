import { Button, Checkbox } from '@mantine/core'
import type { ReactNode } from 'react'
import {
  guardedModule,
  type ModuleId,
  moduleIds,
  mostModules,
  optionalModules,
} from '#surveys/optional-modules.ts'
import { minutesFor } from '#surveys/time-estimate.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { AskedItems } from './asked-items.tsx'

interface Choosing {
  readonly chosen: readonly ModuleId[]
  readonly canChange: boolean
  readonly onChange: (chosen: readonly ModuleId[]) => void
}

/** The modules that can stand beside the core, at most two, in an order of one's own. */
export function ModuleChoice(choosing: Choosing): ReactNode {
  const { say } = useLanguage()
  const { chosen, canChange } = choosing
  const offered = canChange ? moduleIds : chosen
  return (
    <Card title={say('compose.modules')}>
      <p className="quiet">{say('compose.modules.hint')}</p>
      <ul className="modules">
        {offered.map((id) => (
          <ModuleLine key={id} id={id} choosing={choosing} />
        ))}
      </ul>
      {canChange && <Order {...choosing} />}
    </Card>
  )
}

function ModuleLine({
  id,
  choosing: { chosen, canChange, onChange },
}: {
  readonly id: ModuleId
  readonly choosing: Choosing
}): ReactNode {
  const { say } = useLanguage()
  const part = optionalModules[id]
  const isChosen = chosen.includes(id)
  const name = say(`part.module-${id}`)
  const minutes = say('compose.minutes', { minutes: minutesFor({ parts: [part] }) })
  return (
    <li>
      {canChange ? (
        <Checkbox
          label={`${name}, ${minutes}`}
          checked={isChosen}
          disabled={!isChosen && chosen.length >= mostModules}
          onChange={({ currentTarget: { checked } }) =>
            onChange(checked ? [...chosen, id] : chosen.filter((one) => one !== id))
          }
        />
      ) : (
        <strong>{name}</strong>
      )}
      <p className="quiet">{say(`module.${id}.asks`)}</p>
      {isChosen && id === guardedModule && (
        <p className="warning">{say('compose.guarded')}</p>
      )}
      <details>
        <summary>
          {say('compose.asked')}
          <span className="unseen">: {name}</span>
        </summary>
        <AskedItems part={part} />
      </details>
    </li>
  )
}

function Order({ chosen, onChange }: Choosing): ReactNode {
  const { say } = useLanguage()
  if (chosen.length < 2) return null
  const earlier = (at: number) =>
    onChange(
      chosen
        .with(at - 1, chosen[at] ?? guardedModule)
        .with(at, chosen[at - 1] ?? guardedModule),
    )
  return (
    <>
      <h3>{say('compose.order')}</h3>
      <ol>
        {chosen.map((id, at) => {
          const name = say(`part.module-${id}`)
          return (
            <li key={id}>
              {name}{' '}
              {at > 0 && (
                <Button variant="subtle" size="compact-sm" onClick={() => earlier(at)}>
                  {say('compose.earlier', { name })}
                </Button>
              )}
            </li>
          )
        })}
      </ol>
    </>
  )
}
