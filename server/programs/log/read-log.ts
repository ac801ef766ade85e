import type { PeopleSettings } from '#analysis/recommendation/decide-again.ts'
import type { Override, PearlGate } from '#analysis/recommendation/decisions.ts'
import type { Deed, Entry, EntryOf } from './contract.ts'

/** How a program stands after everything in its log: of what was said twice, the last. */
export interface Standing {
  readonly decisions: readonly EntryOf<'decided'>[]
  readonly gate: readonly EntryOf<'gate'>[]
  readonly tiers: readonly EntryOf<'set-tier'>[]
  readonly owners: readonly EntryOf<'owned'>[]
  readonly reviews: readonly EntryOf<'reviewed'>[]
  readonly remarks: readonly EntryOf<'remarked'>[]
  readonly budget: EntryOf<'budget'> | null
  /** null until the decisions together were adopted, and again after one that changes them */
  readonly adopted: EntryOf<'adopted'> | null
  /** the number of the last entry that changes what the program is; 0 where there is none */
  readonly changed: number
  /** the number of the last entry; 0 where there is none */
  readonly last: number
}

export function standingAfter(log: readonly Entry[]): Standing {
  const changed = log.findLast((entry) => changesProgram(entry, log))?.number ?? 0
  const adopted = ofKind(log, 'adopted').at(-1)
  return {
    decisions: lastOf(ofKind(log, 'decided'), ({ component }) => component),
    gate: lastOf(ofKind(log, 'gate'), (one) => `${one.component} ${one.question}`),
    tiers: lastOf(ofKind(log, 'set-tier'), ({ component }) => component).filter(
      ({ tier }) => tier !== null,
    ),
    owners: lastOf(ofKind(log, 'owned'), ({ component }) => component),
    reviews: ofKind(log, 'reviewed'),
    remarks: ofKind(log, 'remarked'),
    budget: ofKind(log, 'budget').at(-1) ?? null,
    adopted: adopted && adopted.number > changed ? adopted : null,
    changed,
    last: log.length,
  }
}

/**
 * Whether an entry changes what an adoption rests on: a decision, a tier that was set, and an
 * answer of the gate that is a "no" or takes one back.
 */
function changesProgram(entry: Entry, log: readonly Entry[]): boolean {
  if (entry.kind === 'decided' || entry.kind === 'set-tier') return true
  if (entry.kind !== 'gate') return false
  const before = ofKind(log, 'gate').findLast(
    ({ component, question, number }) =>
      component === entry.component &&
      question === entry.question &&
      number < entry.number,
  )
  return entry.answer === 'no' || before?.answer === 'no'
}

/** What two people can take out of each other's hands: the same thing about the same component. */
export function contests(deed: Deed, entry: Entry, log: readonly Entry[]): boolean {
  if (deed.kind === 'adopted') {
    return entry.kind === 'adopted' || changesProgram(entry, log)
  }
  return subjectOf(deed) !== null && subjectOf(deed) === subjectOf(entry)
}

/** Null for what stands beside what others say. */
function subjectOf(deed: Deed): string | null {
  switch (deed.kind) {
    case 'decided':
    case 'set-tier':
    case 'owned':
      return `${deed.kind} ${deed.component}`
    case 'gate':
      return `gate ${deed.component} ${deed.question}`
    case 'budget':
      return 'budget'
    default:
      return null
  }
}

/** What of it the method takes in: every "no" of the gate, and every tier that was set. */
export function settingsOf({
  gate,
  tiers,
}: Pick<Standing, 'gate' | 'tiers'>): PeopleSettings {
  const noes = Map.groupBy(
    gate.filter(({ answer }) => answer === 'no'),
    ({ component }) => component,
  )
  const gates = [...noes].map(([component, answers]) => [component, gateOf(answers)])
  // What was set before a "no" was said is no answer to it.
  const isAnswered = ({ component, number }: EntryOf<'set-tier'>): boolean =>
    noes.get(component)?.every((no) => no.number < number) ?? true
  const overrides = tiers
    .filter(isAnswered)
    .flatMap(({ component, tier, reason }) =>
      tier ? [[component, { tier, reason } satisfies Override]] : [],
    )
  return { gates: Object.fromEntries(gates), overrides: Object.fromEntries(overrides) }
}

function gateOf(noes: readonly EntryOf<'gate'>[]): PearlGate {
  return {
    reviewer: [...new Set(noes.map(({ reviewer }) => reviewer))].join('; '),
    reason: noes.map(({ reason }) => reason).join(' '),
    answers: Object.fromEntries(noes.map(({ question, answer }) => [question, answer])),
  }
}

function ofKind<Kind extends Entry['kind']>(
  log: readonly Entry[],
  kind: Kind,
): readonly EntryOf<Kind>[] {
  return log.filter((entry): entry is EntryOf<Kind> => entry.kind === kind)
}

function lastOf<One>(
  entries: readonly One[],
  subject: (entry: One) => string,
): readonly One[] {
  return [...new Map(entries.map((entry) => [subject(entry), entry])).values()]
}
