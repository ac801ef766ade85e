import { Refusal } from '../refusal.ts'
import type { PowerCheck } from './contract.ts'

/**
 * What anybody says in front of those who decide about them is no evidence, and may cost them:
 * a group is neither planned nor held unless all three have been confirmed.
 *
 * @throws Refusal 'power-check-missing', naming what was not confirmed
 */
export function refuseUncheckedPower(check: PowerCheck): void {
  const missing = [
    ...(check.nobodyLeads ? [] : ['nobody-leads']),
    ...(check.noObserver ? [] : ['no-observer']),
    ...(check.noRelatives ? [] : ['no-relatives']),
  ]
  if (missing.length === 0) return
  throw new Refusal(
    'power-check-missing',
    missing.map((one) => ({ where: one, expected: 'confirmed', say: `power.${one}` })),
  )
}
