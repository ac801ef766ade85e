import { everyAssessmentIn } from '../assessments/find-assessment.ts'
import { destroyInvitationKey } from './invitation-keys.ts'
import type { InvitationServices } from './invitation-services.ts'
import { listRemembered, removeInvitations } from './store.ts'

/**
 * Forgets whom to invite as soon as nobody can answer any more: names, addresses, and who
 * wanted no reminders. Part of the clock; can be repeated.
 */
export async function forgetInvitees(
  services: Pick<InvitationServices, 'db' | 'config' | 'mailroom'>,
): Promise<void> {
  const wanted = new Set([
    ...(await everyAssessmentIn(services, 'frozen')).map(({ id }) => id),
    ...(await everyAssessmentIn(services, 'open')).map(({ id }) => id),
  ])
  for (const id of await listRemembered(services.db)) {
    if (wanted.has(id)) continue
    await removeInvitations(services.db, id)
    destroyInvitationKey(services, id)
    services.mailroom.forget(id)
  }
}
