import { stateOf } from '../assessments/find-assessment.ts'
import { destroyInvitationKey, listInvitationKeys } from './invitation-keys.ts'
import type { InvitationServices } from './invitation-services.ts'
import { listRemembered, removeInvitations } from './store.ts'

/**
 * Forgets whom to invite as soon as nobody can answer any more: names, addresses, and who
 * wanted no reminders. Part of the clock; can be repeated.
 */
export async function forgetInvitees(
  services: Pick<InvitationServices, 'db' | 'config' | 'mailroom'>,
): Promise<void> {
  const { db, mailroom } = services
  const known = [...(await listRemembered(db)), ...listInvitationKeys(services)]
  for (const id of new Set(known)) {
    const state = await stateOf({ db }, id)
    if (state === 'frozen' || state === 'open') continue
    await removeInvitations(db, id)
    destroyInvitationKey(services, id)
    mailroom.forget(id)
  }
}
