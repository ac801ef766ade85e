import { type ComponentId, componentOf } from './components.ts'
import type { AppliedRule } from './recommendation.ts'

/**
 * Which sentence says what a rule means on a component, `rule.*`. R2 on what does not change
 * the work says that it does not remove the cause; R3b by default says that no figure can
 * tell, and never that a level was reached.
 */
export function ruleSentenceOf({ rule, byDefault }: AppliedRule, component: ComponentId) {
  if (rule === 'R3b' && byDefault) return `rule.R3b.${byDefault}` as const
  const isIndividual = componentOf(component).level !== 'primary'
  if (rule === 'R2' && isIndividual) return 'rule.R2.individual' as const
  return `rule.${rule}` as const
}
