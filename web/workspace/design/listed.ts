import { pearlQuestions } from '#analysis/recommendation/decisions.ts'
import { hierarchyOf } from '#analysis/recommendation/hierarchy.ts'
import { tierOrder } from '#analysis/recommendation/tiers.ts'
import type { Program } from '#server/programs/contract.ts'
import { decisionOn, isAdopted, isAgainst, type Recommendation } from './decisions.ts'
import type { DesignSearch } from './design-search.ts'

/** Components under one heading. */
export interface Listed {
  readonly heading: `tier.${Recommendation['tier']}` | `design.hierarchy.${1 | 2 | 3 | 4}`
  readonly recommendations: readonly Recommendation[]
}

/** The components that are shown, under their headings; no heading without any. */
export function listed(program: Program, search: DesignSearch): readonly Listed[] {
  const shown = program.recommendations.filter((one) => isShown(one, program, search))
  const groups: readonly Listed[] =
    search.view === 'hierarchy'
      ? ([1, 2, 3, 4] as const).map((level) => ({
          heading: `design.hierarchy.${level}`,
          recommendations: shown.filter((one) => hierarchyOf[one.component] === level),
        }))
      : tierOrder.map((tier) => ({
          heading: `tier.${tier}`,
          recommendations: shown.filter((one) => one.tier === tier),
        }))
  return groups.filter(({ recommendations }) => recommendations.length > 0)
}

function isShown(one: Recommendation, program: Program, { show }: DesignSearch): boolean {
  const decision = decisionOn(program, one.component)
  switch (show) {
    case 'in':
      return isAdopted(one, program)
    case 'out':
      return !isAdopted(one, program)
    case 'undecided':
      return !decision
    case 'against':
      return (
        (decision !== undefined && isAgainst(decision)) ||
        program.tiers.some(({ component }) => component === one.component)
      )
    case 'gate':
      return isAdopted(one, program) && gateOpen(one, program)
    default:
      return true
  }
}

function gateOpen({ component }: Recommendation, { gate }: Program): boolean {
  const yes = gate.filter(
    (one) => one.component === component && one.answer === 'yes',
  ).length
  return yes < pearlQuestions.length
}
