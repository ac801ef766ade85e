import type { AssessmentId, State } from '#server/assessments/contract.ts'
import { anyAssessment } from '#server/assessments/find-assessment.ts'
import { canonicalJson } from '#surveys/ballot/canonical.ts'
import type { Desk } from './desk.ts'
import type { Step } from './steps.ts'

/** What is true of an assessment at one moment, as far as promises go. */
export interface Seen {
  readonly state: State
  readonly ended: string | null
  /** units, plan, questions, thresholds, key holders: everything that freezing fixes */
  readonly content: string
  readonly release: string | null
  /** rows that could still open something, after the end */
  readonly secrets: number
  readonly closesOn: string | null
  readonly day: string
}

/** Looks at the rows themselves: what the use cases say of them is not believed. */
export async function look({ services }: Desk, id: AssessmentId): Promise<Seen> {
  const { db, clock } = services
  const row = await db
    .selectFrom('assessment')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const of = <Table extends 'trustee' | 'key_rule'>(table: Table) =>
    db
      .selectFrom(table as 'trustee')
      .selectAll()
      .where('assessment_id', '=', id)
      .execute()
  const holders = (await of('trustee')).map(({ id, name, side, public_key }) => {
    return [id, name, side, public_key]
  })
  const rule = await of('key_rule')
  const releases = await db
    .selectFrom('release')
    .selectAll()
    .where('assessment_id', '=', id)
    .execute()
  const assessment = await anyAssessment({ db }, id)
  return {
    state: assessment.state,
    ended: assessment.state === 'shredded' ? assessment.ended : null,
    content: canonicalJson([
      [row.units, row.languages, row.contacts, row.contacts_checked_on, row.results_by],
      [row.closes_on, row.revision, row.approved_by, row.publication_plan],
      [row.manifest, row.survey_number, row.frozen_on, holders, rule],
    ]),
    release: releases.length === 0 ? null : canonicalJson(releases),
    secrets: assessment.state === 'shredded' ? await countSecrets(db, id) : 0,
    closesOn: row.closes_on,
    day: clock.now().toISOString().slice(0, 10),
  }
}

async function countSecrets(
  db: Desk['services']['db'],
  id: AssessmentId,
): Promise<number> {
  const tables = [
    'sealed_shares',
    'delivered_shares',
    'unsealing',
    'unsealing_pass',
    'withheld_release',
  ] as const
  let rows = 0
  for (const table of tables) {
    const found = await db
      .selectFrom(table)
      .select('assessment_id')
      .where('assessment_id', '=', id)
      .execute()
    rows += found.length
  }
  return rows
}

/** Who said yes to what since the state last changed: kept here, apart from the server. */
export class Ledger {
  #state: State = 'draft'
  readonly #said = new Set<string>()

  note(step: Step, state: State): void {
    if (state !== this.#state) this.#said.clear()
    this.#state = state
    if (step.do === 'agree') this.#said.add(`${step.matter} ${step.as}`)
    if (step.do === 'disagree') this.#said.delete(`${step.matter} ${step.as}`)
  }

  haveBothSaid(matter: string): boolean {
    return (
      this.#said.has(`${matter} organiser`) && this.#said.has(`${matter} employee-side`)
    )
  }
}

const order: readonly State[] = [
  ...(['draft', 'reviewed', 'frozen', 'open', 'closed', 'unsealing'] as const),
  ...(['tallied', 'released', 'aborted', 'shredded'] as const),
]

/** One step and what was true around it. */
interface Moment {
  readonly before: Seen
  readonly now: Seen
  readonly ledger: Ledger
  readonly answered: number
}

type Promised = readonly [promise: string, isBroken: (moment: Moment) => boolean]

const promises: readonly Promised[] = [
  [
    'no state goes back, but to an unfrozen draft',
    ({ before, now }) =>
      order.indexOf(now.state) < order.indexOf(before.state) &&
      !(before.state === 'reviewed' && now.state === 'draft'),
  ],
  [
    'what was frozen does not change',
    ({ before, now }) => isFrozen(before.state) && before.content !== now.content,
  ],
  [
    'a release does not change',
    ({ before, now }) => before.release !== null && before.release !== now.release,
  ],
  [
    'a release and its state come together',
    ({ now }) => isPublished(now) !== (now.release !== null),
  ],
  [
    'an end does not change',
    ({ before, now }) => before.ended !== null && before.ended !== now.ended,
  ],
  [
    'nothing is left after the end',
    ({ now }) => now.state === 'shredded' && now.secrets > 0,
  ],
  [
    'nobody closes early alone',
    ({ before, now, ledger }) =>
      before.state === 'open' &&
      now.state === 'closed' &&
      (before.closesOn === null || before.day < before.closesOn) &&
      !ledger.haveBothSaid('close'),
  ],
  [
    'nobody publishes alone',
    ({ before, now, ledger }) =>
      before.release === null && now.release !== null && !ledger.haveBothSaid('release'),
  ],
  [
    'nobody gives up alone, unless too few answered',
    ({ before, now, ledger, answered }) =>
      isGivenUp(now) &&
      !isGivenUp(before) &&
      answered >= 10 &&
      !ledger.haveBothSaid('abort'),
  ],
  [
    'fewer than ten answers are never opened',
    ({ before, now, answered }) =>
      before.state !== 'unsealing' && now.state === 'unsealing' && answered < 10,
  ],
]

/** The promises that a step breaks. */
export function brokenBy(moment: Moment): readonly string[] {
  return promises.filter(([, isBroken]) => isBroken(moment)).map(([promise]) => promise)
}

function isFrozen(state: State): boolean {
  return order.indexOf(state) >= order.indexOf('frozen')
}

function isPublished({ state, ended }: Seen): boolean {
  return state === 'released' || ended === 'released'
}

function isGivenUp({ state, ended }: Seen): boolean {
  return state === 'aborted' || ended === 'aborted'
}
