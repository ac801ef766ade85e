import fc from 'fast-check'
import { disagree } from '#server/assessments/agree.ts'
import { approveAssessment } from '#server/assessments/approve-assessment.ts'
import type { AssessmentId, Matter, State } from '#server/assessments/contract.ts'
import {
  anyAssessment,
  reviewedAssessmentOf,
} from '#server/assessments/find-assessment.ts'
import { importUnits, revisePlan } from '#server/assessments/plan-assessment.ts'
import { agreeToDuty } from '#server/assessments/read-duty.ts'
import { approveRelease, giveUp } from '#server/results/release-results.ts'
import { closeAssessment } from '#server/tally/end-asking.ts'
import { finishCustody } from '#server/tally/finish-custody.ts'
import { unsealNow } from '#server/tally/start-unsealing.ts'
import { askKeyHolder, confirmKey, keepPublicKey } from '#server/trustees/keep-key.ts'
import { keyHoldersOf } from '#server/trustees/key-holders.ts'
import {
  dropKeyHolder,
  linkForKeyHolder,
  nameKeyHolder,
  setKeyRule,
} from '#server/trustees/name-key-holders.ts'
import { fromBase64url, toBase64url } from '#surveys/ballot/bytes.ts'
import { readyToOpen, type SealingKey } from '#surveys/ballot/sealing-key.ts'
import { answerChallenge } from '#surveys/ballot/trustee-key.ts'
import { policiesFor } from '#surveys/policies.ts'
import type { Desk } from './desk.ts'

type Role = 'organiser' | 'employee-side'

/** Something a person, a key holder, the clock or an attacker tries, in whatever state. */
export type Step =
  | { readonly do: 'revise'; readonly closesOn: string }
  | { readonly do: 'units'; readonly csv: string }
  | { readonly do: 'name'; readonly side: 'employee-side' | 'provider' | 'organiser' }
  | { readonly do: 'drop'; readonly which: number }
  | { readonly do: 'rule'; readonly needed: number }
  | { readonly do: 'approve'; readonly behind: number }
  | { readonly do: 'agree'; readonly matter: Matter; readonly as: Role }
  | { readonly do: 'disagree'; readonly matter: Matter; readonly as: Role }
  | { readonly do: 'day'; readonly day: number }
  | { readonly do: 'answered'; readonly people: number }
  | { readonly do: 'make-keys' | 'try-keys' | 'freeze' | 'open' | 'unseal' }
  | { readonly do: 'tally' | 'finish' | 'prepare' }

/** What would come next in each state, so that many sequences get far. */
const onward: Readonly<Record<State, readonly Step[]>> = {
  draft: [{ do: 'prepare' }, { do: 'approve', behind: 0 }],
  reviewed: [{ do: 'freeze' }],
  frozen: [{ do: 'try-keys' }, { do: 'open' }],
  open: bothAgree('close'),
  closed: [{ do: 'unseal' }],
  unsealing: [{ do: 'tally' }],
  tallied: bothAgree('release'),
  released: [{ do: 'finish' }],
  aborted: [{ do: 'finish' }],
  shredded: [{ do: 'freeze' }, { do: 'open' }, { do: 'unseal' }, ...bothAgree('release')],
}

function bothAgree(matter: Matter): readonly Step[] {
  return [
    { do: 'agree', matter, as: 'organiser' },
    { do: 'agree', matter, as: 'employee-side' },
  ]
}

/** A step as it is drawn: one of those that would come next, or any. */
export type Drawn = Step | { readonly do: 'onward'; readonly nth: number }

export function stepFrom(drawn: Drawn, state: State): Step {
  if (drawn.do !== 'onward') return drawn
  const next = onward[state]
  return next[drawn.nth % next.length] ?? { do: 'finish' }
}

const days = ['2026-11-20', '2026-11-22', '2026-12-15']
const files = [
  'name,parent,headcount\nHall,,30\nOffice,,24\n',
  'name,parent,headcount\nHall,,31\nOffice,,24\nYard,,20\n',
]
const role = fc.constantFrom<Role>('organiser', 'employee-side')
const matter = fc.constantFrom<Matter>('close', 'release', 'abort')
const side = fc.constantFrom('employee-side', 'provider', 'organiser')
const a = <Value extends string>(value: Value) => fc.constant(value)

const anyStep = fc.oneof(
  fc.record({ do: fc.constantFrom('make-keys', 'try-keys', 'freeze', 'open') }),
  fc.record({ do: fc.constantFrom('unseal', 'tally', 'finish', 'prepare') }),
  fc.record({ do: a('approve'), behind: fc.constantFrom(0, 1) }),
  fc.record({ do: fc.constantFrom('agree', 'disagree'), matter, as: role }),
  fc.record({ do: a('day'), day: fc.integer({ min: -2, max: 40 }) }),
  fc.record({ do: a('revise'), closesOn: fc.constantFrom(...days) }),
  fc.record({ do: a('units'), csv: fc.constantFrom(...files) }),
  fc.record({ do: a('name'), side }),
  fc.record({ do: a('drop'), which: fc.nat(4) }),
  fc.record({ do: a('rule'), needed: fc.integer({ min: 2, max: 4 }) }),
  fc.record({ do: a('answered'), people: fc.constantFrom(0, 9, 10, 30) }),
) as fc.Arbitrary<Step>

/** Sequences of steps; three in four lead onward, so that many reach a release. */
export const sequences: fc.Arbitrary<readonly Drawn[]> = fc.array(
  fc.oneof(
    { weight: 1, arbitrary: anyStep },
    { weight: 3, arbitrary: fc.record({ do: a('onward'), nth: fc.nat(5) }) },
  ),
  { minLength: 15, maxLength: 32, size: 'max' },
)

/** Keys made along the way, by the secret of their holder's link. */
export type Keyring = Map<string, SealingKey>

/** Tries one step; a refusal is thrown. */
export async function take(
  desk: Desk,
  id: AssessmentId,
  keys: Keyring,
  step: Step,
): Promise<void> {
  const { services, organiser } = desk
  switch (step.do) {
    case 'prepare':
      return prepare(desk, id, keys)
    case 'revise':
      await revisePlan(services, organiser, id, planUntil(step.closesOn))
      return
    case 'units':
      await importUnits(services, organiser, id, step.csv)
      return
    case 'name':
      await nameKeyHolder(services, organiser, id, { name: 'Somebody', side: step.side })
      return
    case 'drop':
      return drop(desk, id, step.which)
    case 'rule':
      await setKeyRule(services, organiser, id, step.needed)
      return
    case 'approve':
      return approve(desk, id, step.behind)
    case 'make-keys':
      return makeKeys(desk, id, keys)
    case 'try-keys':
      return tryKeys(desk, keys)
    case 'freeze':
      await desk.freezeAs(await reviewedAssessmentOf(services, organiser, id))
      return
    case 'open':
      await desk.openAs(id)
      return
    case 'agree':
      return agreeTo(desk, id, step.matter, step.as)
    case 'disagree':
      await disagree(services, memberOf(desk, step.as), id, step.matter)
      return
    case 'day':
      return desk.setDay(step.day)
    case 'answered':
      desk.box.answered = step.people
      return
    case 'unseal':
      return unsealNow(services, organiser, id, () => {})
    case 'tally':
      await desk.tallyAs(id)
      return
    case 'finish':
      return finishCustody(services)
  }
}

/** Everything a draft needs at once, so that sequences do not all end as drafts. */
async function prepare(desk: Desk, id: AssessmentId, keys: Keyring): Promise<void> {
  const { services, organiser } = desk
  await revisePlan(services, organiser, id, planUntil('2026-12-15'))
  await importUnits(services, organiser, id, files[0] ?? '')
  const { holders } = await keyHoldersOf(services, organiser, id)
  for (const side of ['employee-side', 'provider', 'organiser'] as const) {
    if (holders.some((one) => one.side === side)) continue
    await nameKeyHolder(services, organiser, id, { name: 'Somebody', side })
  }
  for (const side of [organiser, desk.employeeSide]) await agreeToDuty(services, side, id)
  await makeKeys(desk, id, keys)
}

async function drop({ services, organiser }: Desk, id: AssessmentId, which: number) {
  const { holders } = await keyHoldersOf(services, organiser, id)
  const holder = holders[which]
  if (holder) await dropKeyHolder(services, organiser, id, holder.id)
}

async function approve(desk: Desk, id: AssessmentId, behind: number): Promise<void> {
  const { services, employeeSide } = desk
  if (employeeSide.role !== 'employee-side') return
  const { revision } = await anyAssessment(services, id)
  await approveAssessment(services, employeeSide, id, revision - behind)
}

async function makeKeys(desk: Desk, id: AssessmentId, keys: Keyring): Promise<void> {
  const { services, organiser, employeeSide } = desk
  const { holders } = await keyHoldersOf(services, organiser, id)
  for (const { id: holder, side } of holders.filter(({ keyNumber }) => !keyNumber)) {
    const member = side === 'organiser' ? organiser : employeeSide
    const { link } = await linkForKeyHolder(services, member, id, holder)
    const secret = link.split('#')[1] ?? ''
    const key = await desk.nextKey()
    keys.set(secret, key)
    await keepPublicKey(services, { secret, publicKey: key.publicKey })
  }
}

async function tryKeys({ services }: Desk, keys: Keyring): Promise<void> {
  for (const [secret, key] of keys) {
    const question = await askKeyHolder(services, secret).catch(() => null)
    const sealed = fromBase64url(question?.sealed ?? '') ?? new Uint8Array()
    const answer = await answerChallenge(await readyToOpen(key), sealed)
    if (answer) await confirmKey(services, { secret, answer: toBase64url(answer) })
  }
}

async function agreeTo(desk: Desk, id: AssessmentId, matter: Matter, as: Role) {
  const member = memberOf(desk, as)
  if (matter === 'close') await closeAssessment(desk.services, member, id)
  if (matter === 'release') await approveRelease(desk.services, member, id)
  if (matter === 'abort') await giveUp(desk.services, member, id)
}

const memberOf = ({ organiser, employeeSide }: Desk, as: Role) =>
  as === 'organiser' ? organiser : employeeSide

function planUntil(closesOn: string) {
  return {
    name: 'Autumn',
    languages: ['en' as const],
    contacts: { en: [{ name: 'Emergency', phone: '112' }] },
    contactsCheckedOn: '2026-11-20',
    closesOn,
    resultsBy: '2027-01-15',
    duties: {
      budget: 1_000,
      currency: 'EUR',
      staffAgreement: 'Staff club',
      stakeholders: ['Director'],
      countries: ['se' as const],
      policies: policiesFor(['se']),
      safetyPartner: '',
      safetySignedOffBy: '',
    },
  }
}
