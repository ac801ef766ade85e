import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { isBlocked } from '#analysis/recommendation/decide-again.ts'
import { pearlQuestions } from '#analysis/recommendation/decisions.ts'
import type { Program } from '#server/programs/contract.ts'
import { frontDoorQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { asksGate, type Recommendation } from './decisions.ts'
import { GateQuestion } from './gate-question.tsx'
import { WithProgram } from './with-program.tsx'
import './design.css'

/** May it be offered at all? Five questions on each component, answered by somebody with a name. */
export function GatePage(): ReactNode {
  const { say } = useLanguage()
  return (
    <WithProgram title={say('gate.title')}>
      {({ id, program }) => (
        <>
          <PageHead
            title={say('gate.title')}
            lead={say('gate.lead')}
            actions={
              <Link
                to={paths.design}
                params={{ id }}
                className="button-link quiet-button"
              >
                {say('design.back')}
              </Link>
            }
          />
          <p>{say('gate.effect')}</p>
          {program.adopted && <p className="warn">{say('gate.ends-adoption')}</p>}
          <Gate id={id} program={program} />
        </>
      )}
    </WithProgram>
  )
}

function Gate({
  id,
  program,
}: {
  readonly id: string
  readonly program: Program
}): ReactNode {
  const { say } = useLanguage()
  const asked = program.recommendations.filter((one) => asksGate(one, program))
  const others = program.recommendations.filter((one) => !asked.includes(one))
  return (
    <>
      {asked.map((one) => (
        <GateCard key={one.component} id={id} recommendation={one} program={program} />
      ))}
      {others.length > 0 && (
        <details>
          <summary>{say('gate.others')}</summary>
          {others.map((one) => (
            <GateCard
              key={one.component}
              id={id}
              recommendation={one}
              program={program}
            />
          ))}
        </details>
      )}
    </>
  )
}

function GateCard({
  id,
  recommendation,
  program,
}: {
  readonly id: string
  readonly recommendation: Recommendation
  readonly program: Program
}): ReactNode {
  const { say } = useLanguage()
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const { component, tier } = recommendation
  const name = say(`component.${component}`)
  const answers = program.gate.filter((one) => one.component === component)
  const isNo = answers.some(({ answer }) => answer === 'no')
  return (
    <section className="card gate" id={component} aria-label={name}>
      <h2>{name}</h2>
      <p className={`tier ${tier}`}>{say(`tier.${tier}`)}</p>
      {isBlocked(recommendation) && <p className="warn">{say('design.gate.blocks')}</p>}
      {isNo && (tier === 'core' || tier === 'must-address') && (
        <p className="warn">{say('gate.unmet')}</p>
      )}
      <ul className="gate-questions">
        {pearlQuestions.map((question) => {
          const given = answers.find((one) => one.question === question)
          return (
            <GateQuestion
              key={question}
              id={id}
              component={component}
              question={question}
              given={given}
              seen={program.last}
              role={door.me?.role}
            />
          )
        })}
      </ul>
    </section>
  )
}
