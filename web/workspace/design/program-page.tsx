import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { hierarchyOf } from '#analysis/recommendation/hierarchy.ts'
import type { Headlines, Program } from '#server/programs/contract.ts'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { headlinesQuery } from '../../programs.ts'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { AgainstCard } from './against-card.tsx'
import { decisionOn, isAdopted, type Recommendation } from './decisions.ts'
import { Reviewed } from './reviewed.tsx'
import { useProgramLanguage } from './use-program-language.ts'
import { WithProgram } from './with-program.tsx'
import './design.css'

/** The program to show to people: what, why, for whom, who answers for it, and from when. */
export function ProgramPage(): ReactNode {
  const { say, number } = useLanguage()
  return (
    <WithProgram title={say('program.title')}>
      {({ id, program, organization, name, people }) => (
        <>
          <PageHead
            title={say('program.for', { organization })}
            lead={say('program.lead', { name, people: number(people) })}
            actions={
              <span className="program-actions">
                <Link
                  to={paths.design}
                  params={{ id }}
                  className="button-link quiet-button"
                >
                  {say('design.back')}
                </Link>
                <Button onClick={() => window.print()}>{say('program.print')}</Button>
              </span>
            }
          />
          <HowItStands program={program} />
          <Contents id={id} program={program} />
          <AgainstCard program={program} />
        </>
      )}
    </WithProgram>
  )
}

function HowItStands({ program }: { readonly program: Program }): ReactNode {
  const { say, count, date, number } = useLanguage()
  const inIt = program.recommendations.filter((each) => isAdopted(each, program))
  const { adopted, budget } = program
  return (
    <Card>
      <p className={adopted ? 'good' : 'warn'}>
        {adopted
          ? say('adopt.done', { name: adopted.by, date: date(adopted.on) })
          : say('program.draft')}
      </p>
      <Reviewed program={program} />
      <p>
        {count('adopt.components', inIt.length)}{' '}
        {budget?.budget != null && say('budget.kept', { budget: number(budget.budget) })}
      </p>
    </Card>
  )
}

function Contents({
  id,
  program,
}: {
  readonly id: string
  readonly program: Program
}): ReactNode {
  const { say, locale } = useLanguage()
  const { data, error } = useQuery(headlinesQuery(id, locale, program.changed))
  if (error) return <RefusalNote refusal={error} />
  if (!data) return <p role="status">{say('explanation.computing')}</p>
  const inIt = program.recommendations.filter((each) => isAdopted(each, program))
  return ([1, 2, 3, 4] as const).map((level) => {
    const here = inIt.filter(({ component }) => hierarchyOf[component] === level)
    if (here.length === 0) return null
    const heading = say(`design.hierarchy.${level}`)
    return (
      <section key={level} aria-label={heading}>
        <h2 className="level">{heading}</h2>
        {here.map((one) => (
          <InProgram
            key={one.component}
            recommendation={one}
            program={program}
            headline={data.headlines.find(({ component }) => component === one.component)}
          />
        ))}
      </section>
    )
  })
}

function InProgram({
  recommendation: { component, tier },
  program,
  headline,
}: {
  readonly recommendation: Recommendation
  readonly program: Program
  readonly headline: Headlines['headlines'][number] | undefined
}): ReactNode {
  const { say, tell } = useProgramLanguage()
  const name = say(`component.${component}`)
  const owner = program.owners.find((each) => each.component === component)
  const choice = decisionOn(program, component)?.choice
  return (
    <article className="card shown" aria-label={name}>
      <h3>{name}</h3>
      <p className={`tier ${tier}`}>
        {say(`tier.${tier}`)}
        {choice?.verdict === 'in-place' && ` · ${say('verdict.in-place')}`}
      </p>
      <p>{say(`component.${component}.what`)}</p>
      {choice?.verdict === 'change' && (
        <p>{say('program.changed', { change: choice.change })}</p>
      )}
      <dl className="facts">
        <dt>{say('program.why')}</dt>
        <dd>{headline?.why}</dd>
        <dt>{say('program.for-whom')}</dt>
        <dd>{headline?.forWhom}</dd>
        <dt>{say('program.owner')}</dt>
        <dd>{owner ? tell(owner).what : say('deed.owner.none')}</dd>
      </dl>
    </article>
  )
}
