import fc from 'fast-check'
import { AssessmentId } from '#server/assessments/contract.ts'
import { planAssessment } from '#server/assessments/plan-assessment.ts'
import { Refusal } from '#server/refusal.ts'
import type { Outcome } from '../attack.ts'
import { aDesk, type Desk } from './desk.ts'
import { type Drawn, type Keyring, sequences, stepFrom, take } from './steps.ts'
import { brokenBy, Ledger, look } from './watch.ts'

/**
 * Tries to reopen, to release twice, to lower a threshold, to change what was frozen, to act
 * alone where it takes two, and to move the clock (claims 28 and 35): random sequences of
 * everything anybody can do, in any order, by anybody, each step checked against the rows.
 */
export async function tryStateSequences(tries: number, seed = 35): Promise<Outcome> {
  await using desk = await aDesk()
  const reached = new Map<string, number>()
  let tried = 0
  const property = fc.asyncProperty(sequences, async (sequence) => {
    const { broken, states, taken } = await walk(desk, sequence)
    tried += taken
    for (const state of states) reached.set(state, (reached.get(state) ?? 0) + 1)
    if (broken.length > 0) throw new Error(broken.join('; '))
  })
  const checked = await fc.check(property, { numRuns: tries, seed })
  return {
    name: 'going back, acting alone, publishing twice (28, 35)',
    expects: 'states go forward only',
    figures: {
      sequences: tries,
      'steps tried': tried,
      'ended released': reached.get('released') ?? 0,
      'ended given up': reached.get('aborted') ?? 0,
    },
    broken: checked.failed
      ? [`${checked.errorInstance}: ${JSON.stringify(checked.counterexample)}`]
      : [],
  }
}

interface Walked {
  readonly broken: readonly string[]
  /** how it ended */
  readonly states: ReadonlySet<string>
  readonly taken: number
}

async function walk(desk: Desk, sequence: readonly Drawn[]): Promise<Walked> {
  const { services, organiser } = desk
  desk.setDay(0)
  desk.box.answered = 30
  const planned = await planAssessment(services, organiser, 'Autumn')
  const id = AssessmentId.parse(planned.id)
  const keys: Keyring = new Map()
  const ledger = new Ledger()
  const broken: string[] = []
  let seen = await look(desk, id)
  for (const drawn of sequence) {
    const step = stepFrom(drawn, seen.state)
    ledger.note(step, seen.state)
    await take(desk, id, keys, step).catch(unlessRefused)
    const now = await look(desk, id)
    const { answered } = desk.box
    broken.push(...brokenBy({ before: seen, now, ledger, answered }))
    seen = now
  }
  await services.db.deleteFrom('assessment').where('id', '=', id).execute()
  return { broken, states: new Set([seen.ended ?? seen.state]), taken: sequence.length }
}

function unlessRefused(error: unknown): void {
  if (!(error instanceof Refusal)) throw error
}
