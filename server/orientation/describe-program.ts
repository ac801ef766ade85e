import { fieldsFor, fits } from '#analysis/orientation/fact-fields.ts'
import type { MaterialKind } from '#analysis/orientation/material-kinds.ts'
import type { Locale } from '#surveys/locale.ts'
import type { Member, Organiser } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { runOffThread } from '../jobs/off-thread.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { FactValues, Form, Orientation } from './contract.ts'
import type { Standings, ToStand } from './make-kit.ts'
import { type Known, recordsOf } from './records-of.ts'
import { findFacts, listEditions, listEdits, saveEditions, saveFacts } from './store.ts'

type Reach = Pick<Services, 'db' | 'clock'>

/** What is known about the program, what is missing, and how each material stands. */
export async function orientationOf(
  { db }: Pick<Reach, 'db'>,
  member: Member,
  id: AssessmentId,
): Promise<Orientation> {
  const known = await recordsOf({ db }, member, id)
  const { records, languages, adopted } = known
  const fields = fieldsOf(known)
  const kit = await kitOf({ db }, id, known, languages)
  return {
    adopted,
    languages,
    facts: records.facts,
    fields,
    missing: fields
      .filter((field) => !field.isOptional && !records.facts[field.id])
      .map((field) => field.id),
    materials: kit.map(({ kind, locale, standing }) => {
      return { kind, locale, forms: formsOf(kind), standing }
    }),
  }
}

/** What each material can be brought away as, the usual first. */
export function formsOf(kind: MaterialKind): readonly Form[] {
  if (kind === 'slides') return ['pptx', 'txt']
  const isPage = kind === 'intranet' || kind === 'public-page'
  return isPage ? ['html', 'pdf', 'docx', 'txt'] : ['pdf', 'docx', 'html', 'txt']
}

const fieldsOf = ({ records, languages }: Known) =>
  fieldsFor({ locales: languages, components: records.components }, records.facts)

/** Every material as it reads today. */
async function kitOf(
  { db }: Pick<Reach, 'db'>,
  id: AssessmentId,
  { records }: Known,
  locales: readonly Locale[],
): Promise<readonly Standings[]> {
  const [editions, edits] = [await listEditions(db, id), await listEdits(db, id)]
  const input: ToStand = { records, locales, editions, edits }
  return runOffThread(new URL('./kit.worker.ts', import.meta.url), input)
}

/**
 * Keeps facts about the program; those that are not named stay. A date, a number or a choice
 * that is none is refused by its name.
 */
export async function describeProgram(
  { db }: Pick<Reach, 'db'>,
  organiser: Organiser,
  id: AssessmentId,
  { facts }: FactValues,
): Promise<Orientation> {
  const known = await recordsOf({ db }, organiser, id)
  const merged = { ...known.records.facts, ...facts }
  const fields = fieldsOf({ ...known, records: { ...known.records, facts: merged } })
  const wrong = Object.entries(facts).filter(([name, value]) => {
    const field = fields.find((one) => one.id === name)
    return field ? !fits(field, value) : value !== ''
  })
  if (wrong.length > 0) {
    const problems = wrong.map(([where]) => ({ where, expected: 'a value that fits' }))
    throw new Refusal('fact-malformed', problems)
  }
  const filled = Object.entries(merged).filter(([, value]) => value !== '')
  await saveFacts(db, id, Object.fromEntries(filled))
  return orientationOf({ db }, organiser, id)
}

/**
 * Publishes everything in these languages: what people get from now on. Facts that are missing and
 * changed passages that read differently by now come first.
 */
export async function publishMaterial(
  { db, clock }: Reach,
  organiser: Organiser,
  id: AssessmentId,
  locales: readonly Locale[],
): Promise<Orientation> {
  const known = await recordsOf({ db }, organiser, id)
  if (!known.adopted) throw new Refusal('program-not-adopted')
  const kit = await kitOf({ db }, id, known, locales)
  refuseUnfinished(kit)
  const on = clock.now().toISOString().slice(0, 10)
  const changed = kit.filter(({ standing }) => standing.state !== 'published')
  await saveEditions(
    db,
    id,
    changed.map(({ kind, locale, content }) => ({
      kind,
      locale,
      content,
      on,
      by: organiser.name,
    })),
  )
  return orientationOf({ db }, organiser, id)
}

function refuseUnfinished(kit: readonly Standings[]): void {
  const missing = new Set(kit.flatMap(({ standing }) => missingOf(standing)))
  if (missing.size > 0) {
    const problems = [...missing].map((where) => ({ where, expected: 'a value' }))
    throw new Refusal('facts-missing', problems)
  }
  const contested = kit.filter(({ standing }) => hasConflicts(standing))
  if (contested.length > 0) {
    const problems = contested.map(({ kind }) => ({ where: kind, expected: 'a choice' }))
    throw new Refusal('passages-in-conflict', problems)
  }
}

/** The first day of a program, as far as it is known. For the sessions that introduce it. */
export async function startOfProgram(
  { db }: Pick<Reach, 'db'>,
  id: AssessmentId,
): Promise<string | null> {
  return (await findFacts(db, id))['start'] ?? null
}

type StandingOf = Standings['standing']

const missingOf = (standing: StandingOf): readonly string[] =>
  'missing' in standing ? standing.missing : []

const hasConflicts = (standing: StandingOf): boolean =>
  standing.state === 'conflict' ||
  (standing.state === 'out-of-date' && standing.conflicts > 0)
