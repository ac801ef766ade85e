import { competences, conductVersion } from '#surveys/focus-group-guide.ts'
import type { Facilitator } from '../accounts/access.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { Readiness, SignConduct } from './contract.ts'
import { dayOf } from './plan-session.ts'
import { type Conduct, listConducts, saveConduct } from './store.ts'

/**
 * A facilitator says that they can do it and signs the code of conduct. Of the competences
 * nothing is kept: either all are there, or nothing is signed.
 */
export async function signConduct(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  facilitator: Facilitator,
  { competences: ticked, name, version }: SignConduct,
): Promise<Readiness> {
  const missing = competences.filter((one) => !ticked.includes(one))
  if (missing.length > 0) {
    throw new Refusal(
      'competences-missing',
      missing.map((one) => ({
        where: one,
        expected: 'ticked',
        say: `competence.${one}`,
      })),
    )
  }
  if (version !== conductVersion) throw new Refusal('conduct-changed')
  const conduct: Conduct = { name, on: dayOf(clock.now()), version }
  await saveConduct(db, facilitator.userId, conduct)
  return { conduct }
}

/** What the facilitator has signed of the words that hold now. */
export async function readinessOf(
  { db }: Pick<Services, 'db'>,
  { userId }: Facilitator,
): Promise<Readiness> {
  return { conduct: (await conductsOf({ db }, [userId])).get(userId) ?? null }
}

/** @throws Refusal 'conduct-not-signed' */
export async function refuseUnready(
  reach: Pick<Services, 'db'>,
  facilitator: Facilitator,
): Promise<void> {
  const { conduct } = await readinessOf(reach, facilitator)
  if (!conduct) throw new Refusal('conduct-not-signed')
}

/** What each of these people has signed; what was signed in older words no longer counts. */
export async function conductsOf(
  { db }: Pick<Services, 'db'>,
  people: readonly string[],
): Promise<ReadonlyMap<string, Conduct>> {
  const all = await listConducts(db, people)
  return new Map([...all].filter(([, { version }]) => version === conductVersion))
}
