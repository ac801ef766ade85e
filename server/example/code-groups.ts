import { randomUUID } from 'node:crypto'
import type { CodeId } from '#analysis/coding/codebook.ts'
import { groupTopics, type ThemeLevel, themeItem } from '#surveys/focus-group-form.ts'
import { competences, conductVersion } from '#surveys/focus-group-guide.ts'
import type { Intensity, RouteQuestion } from '#surveys/focus-groups/segment.ts'
import type { Answers } from '#surveys/questionnaire.ts'
import type { Facilitator, Organiser } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { beginCoding, joinCoding } from '../coding/begin-coding.ts'
import { codeSegment, finishCoding } from '../coding/code-segment.ts'
import { agreementOf, decide } from '../coding/compare-coders.ts'
import { lockStudy } from '../coding/lock-study.ts'
import { approveParaphrase, recordCheck, themesOf } from '../coding/prepare-themes.ts'
import { codingOf } from '../coding/show-study.ts'
import { handInNotes } from '../group-notes/hand-in-notes.ts'
import { sessionsFor } from '../group-studies/groups-of.ts'
import { inviteToSession } from '../group-studies/move-session.ts'
import { dayOf, planSession } from '../group-studies/plan-session.ts'
import { planStudy } from '../group-studies/plan-study.ts'
import { signConduct } from '../group-studies/readiness.ts'
import type { Services } from '../services.ts'
import { paraphrases, type SaidInGroup, saidInGroups } from './said-in-groups.ts'
import { exampleGroups } from './testimony.ts'
import { examplePerson, secondFacilitator } from './visit-example.ts'

const types = ['warehouse', 'office', 'drivers', 'customer service']
const powerCheck = { nobodyLeads: true, noObserver: true, noRelatives: true }

/** The invented groups are planned, held, coded by two people and locked, as real ones are. */
export async function codeGroups(
  services: Services,
  organiser: Organiser,
  id: AssessmentId,
): Promise<void> {
  const first = await examplePerson(services, 'facilitator')
  const second = await secondFacilitator(services)
  await holdGroups(services, organiser, first, id)
  await beginCoding(services, first, id)
  await joinCoding(services, second, id)
  await codeAll(services, first, id, false)
  await codeAll(services, second, id, true)
  await settleAll(services, first, id)
  await lockStudy(services, first, id)
}

async function holdGroups(
  services: Services,
  organiser: Organiser,
  facilitator: Facilitator,
  id: AssessmentId,
): Promise<void> {
  const name = facilitator.name
  await signConduct(services, facilitator, {
    competences,
    name,
    version: conductVersion,
  })
  await planStudy(services, organiser, id, {
    purposes: ['causes', 'improvements'],
    types,
    plannedGroups: types.length,
    stopRule: 'nothing-new',
    languages: ['en'],
    powerApart: true,
  })
  for (const [place, type] of types.entries()) {
    await planSession(services, organiser, id, {
      type,
      day: dayOf(services.clock.now()),
      time: `${String(9 + 2 * place).padStart(2, '0')}:00`,
      minutes: 90,
      mode: 'onsite',
      place: 'Canteen, upper floor',
      language: 'en',
      noteTaker: true,
      seats: 8,
      facilitator: facilitator.userId,
      powerCheck,
    })
  }
  for (const session of await sessionsFor(services, id)) {
    await inviteToSession(services, organiser, id, session.id)
    const notes = notesOf(types.indexOf(session.type))
    await handInNotes(services, facilitator, id, session.id, notes)
  }
}

/** The notes of one group: coded, they say what its form says. */
function notesOf(place: number) {
  const form = exampleGroups[place] ?? {}
  const said = saidInGroups[place] ?? []
  const participants = Number(form['participants'])
  const raised = said.flatMap(({ construct }) => construct ?? [])
  const onTable = groupTopics.filter(
    (topic) => raised.includes(topic) || form[themeItem(topic)] === 'not-raised',
  )
  return {
    notebook: randomUUID(),
    participants,
    consents: participants,
    unitMix: 'several-units',
    distressProtocolUsed: false,
    memberCheck: 'agreed',
    asked: askedOf(said),
    votes: onTable.map((construct) => {
      const votes = raised.includes(construct) ? Math.ceil(participants / 2) : 0
      return { construct, votes }
    }),
    segments: said.map((one) => ({
      id: randomUUID(),
      question: one.question,
      text: one.text,
      speakers: one.speakers,
      intensity: intensityIn(form, one),
      tone: one.tone,
    })),
    powerCheck,
  } as const
}

/** Everything up to the cards, and of the rest what was talked about. */
function askedOf(said: readonly SaidInGroup[]): readonly RouteQuestion[] {
  const later = said
    .filter(({ construct }) => construct === 'help.access' || construct === 'help.trust')
    .map(({ question }) => question)
  return [...new Set<RouteQuestion>([1, 2, 3, 4, 5, ...later])]
}

const strengths: Readonly<Partial<Record<ThemeLevel, Intensity>>> = {
  'raised-mildly': 1,
  'raised-clearly': 2,
  'raised-strongly': 3,
}

function intensityIn(form: Answers, { construct }: SaidInGroup): Intensity {
  const level = construct && form[themeItem(construct)]
  return strengths[level as ThemeLevel] ?? 2
}

/** The second person misses what stands beside a need, so that there is something to settle. */
async function codeAll(
  services: Services,
  facilitator: Facilitator,
  id: AssessmentId,
  isSecond: boolean,
): Promise<void> {
  const byText = new Map(saidInGroups.flat().map((one) => [one.text, one]))
  for (const { id: segment, text } of (await codingOf(services, facilitator, id))
    .segments) {
    const said = byText.get(text)
    if (said) {
      await codeSegment(services, facilitator, id, segment, codesOf(said, isSecond))
    }
  }
  await finishCoding(services, facilitator, id)
}

function codesOf(
  { construct, codes }: SaidInGroup,
  isSecond: boolean,
): readonly CodeId[] {
  const topic = groupTopics.find((one) => one === construct)
  if (!topic) return codes
  const own: CodeId = `construct.${topic}`
  return isSecond ? [own] : [own, ...codes]
}

async function settleAll(
  services: Services,
  facilitator: Facilitator,
  id: AssessmentId,
): Promise<void> {
  const { disagreements } = await agreementOf(services, facilitator, id)
  for (const { segment, code } of disagreements) {
    await decide(services, facilitator, id, {
      segment: segment.id,
      code,
      verdict: 'applies',
      reason: 'Read again together: it is named, beside the need.',
      harmless: false,
    })
  }
  const { sources } = await themesOf(services, facilitator, id)
  const segments = new Map(
    sources.flatMap((source) => source.segments).map((one) => [one.id, one.text]),
  )
  for (const [segment, said] of segments) {
    const text = paraphrases[said]
    if (!text) continue
    await approveParaphrase(services, facilitator, id, segment, { text, harmless: false })
  }
  for (const { code } of sources.slice(0, 2)) {
    const check = { outcome: 'confirmed', note: '', harmless: false } as const
    await recordCheck(services, facilitator, id, code, check)
  }
}
