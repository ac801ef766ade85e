import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { evidenceSentenceOf } from '#analysis/recommendation/evidence.ts'
import type { Program } from '#server/programs/contract.ts'
import { paths } from '../../paths.ts'
import { isAdopted, type Recommendation } from './decisions.ts'
import { ExplanationParts } from './explanation-parts.tsx'
import { OwnerForm } from './owner-form.tsx'
import { Remarks } from './remarks.tsx'
import { useProgramLanguage } from './use-program-language.ts'

/**
 * Why a component is recommended or not: two statements that are never made into one, the
 * thirteen parts, and what people said and have to do.
 */
export function ComponentWhy({
  id,
  recommendation,
  program,
  canDecide,
}: {
  readonly id: string
  readonly recommendation: Recommendation
  readonly program: Program
  readonly canDecide: boolean
}): ReactNode {
  const { say, tell } = useProgramLanguage()
  const { component, tier } = recommendation
  const isIn = isAdopted(recommendation, program)
  const owner = program.owners.find((each) => each.component === component)
  return (
    <div className="why">
      <p>{say(`component.${component}.what`)}</p>
      <div className="two-statements">
        <div>
          <strong>{say('design.need-real')}</strong>
          <p>{say(`tier.${tier}.why`)}</p>
        </div>
        <div>
          <strong>{say('design.helps')}</strong>
          <p>{say(`evidence.${evidenceSentenceOf(component)}`)}</p>
        </div>
      </div>
      <ExplanationParts id={id} component={component} changed={program.changed} />
      <p>
        <Link to={paths.gate} params={{ id }} hash={component}>
          {say('design.to-gate')}
        </Link>
      </p>
      {isIn && canDecide && (
        <OwnerForm
          key={owner?.number ?? 0}
          id={id}
          component={component}
          program={program}
        />
      )}
      {isIn && !canDecide && owner && <p>{tell(owner).what}</p>}
      <Remarks id={id} component={component} program={program} />
      <p className="quiet">{say('judgement')}</p>
    </div>
  )
}
