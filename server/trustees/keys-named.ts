import type { Member } from '../accounts/access.ts'
import { colleagueNamed } from '../accounts/colleagues.ts'
import { assessmentsOf } from '../assessments/find-assessment.ts'
import type { Services } from '../services.ts'
import type { KeysNamed } from './contract.ts'
import { neededOf } from './key-holders.ts'
import { listTrustees } from './store.ts'

/** Until the answers are counted a key is missed. */
const whileNeeded: readonly string[] = [
  'draft',
  'reviewed',
  'frozen',
  'open',
  'closed',
  'unsealing',
]

/**
 * The surveys of which a colleague is named as a key holder, and whether the others are enough
 * without them. Key holders are known by name alone: whoever goes by the colleague's name counts.
 */
export async function keysNamed(
  { db }: Pick<Services, 'db'>,
  member: Member,
  user: string,
): Promise<KeysNamed> {
  const { name } = await colleagueNamed({ db }, member, user)
  const assessments = await assessmentsOf({ db }, member)
  const found = await Promise.all(
    assessments
      .filter(({ state }) => whileNeeded.includes(state))
      .map(async (assessment) => {
        const holders = await listTrustees(db, assessment.id)
        const others = holders.filter((holder) => readAs(holder.name) !== readAs(name))
        const needed = await neededOf({ db }, assessment.id)
        const isNamed = others.length < holders.length
        return { isNamed, assessment: assessment.name, others: others.length, needed }
      }),
  )
  return {
    keys: found
      .filter(({ isNamed }) => isNamed)
      .map(({ assessment, others, needed }) => ({ assessment, others, needed })),
  }
}

const readAs = (name: string): string =>
  name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()
