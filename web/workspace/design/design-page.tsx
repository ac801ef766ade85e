import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useCallback } from 'react'
import type { Program } from '#server/programs/contract.ts'
import { frontDoorQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { AdoptProgram } from './adopt-program.tsx'
import { BudgetCard } from './budget-card.tsx'
import { ComponentRow } from './component-row.tsx'
import { ComponentWhy } from './component-why.tsx'
import type { DesignSearch } from './design-search.ts'
import { FilterBar } from './filter-bar.tsx'
import { listed } from './listed.ts'
import { Remarks } from './remarks.tsx'
import { WithProgram } from './with-program.tsx'
import './design.css'

/** Recommended components with their reasons; people decide. */
export function DesignPage(): ReactNode {
  const { say, number } = useLanguage()
  return (
    <WithProgram title={say('design.title')}>
      {({ id, program, people }) => (
        <>
          <PageHead
            title={say('design.for', { people: number(people) })}
            lead={say('design.lead')}
            actions={<Elsewhere id={id} />}
          />
          <Design id={id} program={program} />
        </>
      )}
    </WithProgram>
  )
}

function Elsewhere({ id }: { readonly id: string }): ReactNode {
  const { say } = useLanguage()
  return (['gate', 'log', 'program'] as const).map((page) => (
    <Link
      key={page}
      to={paths[page]}
      params={{ id }}
      className="button-link quiet-button"
    >
      {say(`design.to.${page}`)}
    </Link>
  ))
}

function Design({
  id,
  program,
}: {
  readonly id: string
  readonly program: Program
}): ReactNode {
  const { say } = useLanguage()
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const search = useSearch({ from: '/signed-in/assessments/$id/design' })
  const choose = useChoose(id)
  const chooseBudget = useCallback((budget: number) => choose({ budget }), [choose])
  const canDecide = door.me?.role === 'organiser'
  const groups = listed(program, search)
  return (
    <>
      <AdoptProgram id={id} program={program} canDecide={canDecide} />
      <BudgetCard
        id={id}
        program={program}
        canDecide={canDecide}
        chosen={search.budget}
        onChoose={chooseBudget}
      />
      <FilterBar search={search} onChange={choose} />
      {groups.length === 0 && <p role="status">{say('design.none')}</p>}
      {groups.map(({ heading, recommendations }) => (
        <section key={heading} aria-label={say(heading)}>
          <h2 className="level">{say(heading)}</h2>
          {recommendations.map((recommendation) => (
            <ComponentRow
              key={recommendation.component}
              id={id}
              recommendation={recommendation}
              program={program}
              canDecide={canDecide}
              isOpen={search.open === recommendation.component}
              onToggle={() => {
                const { component } = recommendation
                choose({ open: search.open === component ? undefined : component })
              }}
            >
              <ComponentWhy
                id={id}
                recommendation={recommendation}
                program={program}
                canDecide={canDecide}
              />
            </ComponentRow>
          ))}
        </section>
      ))}
      <Card>
        <Remarks id={id} component={null} program={program} />
      </Card>
    </>
  )
}

/** Changes what the address chooses, and stays where one is on the page. */
function useChoose(id: string): (change: DesignSearch) => void {
  const navigate = useNavigate()
  return useCallback(
    (change: DesignSearch) => {
      void navigate({
        to: paths.design,
        params: { id },
        search: (before: DesignSearch) => ({ ...before, ...change }),
        replace: true,
        resetScroll: false,
      })
    },
    [navigate, id],
  )
}
