import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import {
  type ComponentId,
  componentOf,
  type Level,
} from '#analysis/recommendation/components.ts'
import { isReleased } from '#server/assessments/contract.ts'
import type { Program } from '#server/programs/contract.ts'
import { assessmentQuery, frontDoorQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { programQuery } from '../../programs.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { AdoptProgram } from './adopt-program.tsx'
import { BudgetCard } from './budget-card.tsx'
import { ComponentRow } from './component-row.tsx'
import { ComponentWhy } from './component-why.tsx'

type Recommendation = Program['recommendations'][number]

/** The hierarchy of measures: change the work first, then build skills, then help people. */
const levels: readonly Level[] = ['primary', 'secondary', 'tertiary', 'infra']

/** Recommended components with their reasons; people decide. */
export function DesignPage(): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { data: assessment } = useSuspenseQuery(assessmentQuery(id))
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const { data: program, error } = useQuery({
    ...programQuery(id),
    enabled: isReleased(assessment),
  })
  const { say, number } = useLanguage()
  const [chosen, setChosen] = useState<ComponentId | null>(null)
  if (!isReleased(assessment)) {
    return <PageHead title={say('design.title')} lead={say('understand.not-yet')} />
  }
  if (error) return <RefusalNote refusal={error} />
  if (!program) return <p role="status">{say('understand.computing')}</p>

  const people = assessment.counted.reduce((sum, { headcount }) => sum + headcount, 0)
  const inOrder = levels.flatMap((level) =>
    program.recommendations.filter(
      ({ component }) => componentOf(component).level === level,
    ),
  )
  const shown = inOrder.find(({ component }) => component === chosen) ?? inOrder[0]
  const canDecide = door.me?.role === 'organiser'
  const why = (recommendation: Recommendation) => (
    <ComponentWhy
      recommendation={recommendation}
      decision={program.decisions.find(
        ({ component }) => component === recommendation.component,
      )}
      places={program.places}
    />
  )
  return (
    <>
      <PageHead
        title={say('design.for', { people: number(people) })}
        lead={say('design.lead')}
      />
      <AdoptProgram id={id} program={program} canDecide={canDecide} />
      <BudgetCard id={id} />
      <div className="design">
        <div>
          {levels.map((level) => (
            <section key={level} aria-label={say(`level.${level}`)}>
              <h2 className="level">{say(`level.${level}`)}</h2>
              {program.recommendations
                .filter(({ component }) => componentOf(component).level === level)
                .map((recommendation) => (
                  <ComponentRow
                    key={recommendation.component}
                    id={id}
                    recommendation={recommendation}
                    program={program}
                    canDecide={canDecide}
                    isShown={shown === recommendation}
                    onShow={() => setChosen(recommendation.component)}
                  >
                    {chosen === recommendation.component && (
                      <div className="why-inline">{why(recommendation)}</div>
                    )}
                  </ComponentRow>
                ))}
            </section>
          ))}
        </div>
        {shown && <div className="why-beside">{why(shown)}</div>}
      </div>
    </>
  )
}
