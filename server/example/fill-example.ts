import { seededRandom } from '#analysis/statistics/random.ts'
import type { Locale } from '#surveys/locale.ts'
import { locales } from '#surveys/locale.ts'
import type { EmployeeSide, Organiser } from '../accounts/access.ts'
import { approveAssessment } from '../assessments/approve-assessment.ts'
import type { Assessment, Contact, Plan } from '../assessments/contract.ts'
import {
  importUnits,
  planAssessment,
  revisePlan,
} from '../assessments/plan-assessment.ts'
import { recordSession } from '../focus-groups/record-session.ts'
import { recordInterview } from '../interviews/record-interview.ts'
import type { Job } from '../jobs/contract.ts'
import type { Jobs, Report } from '../jobs/jobs.ts'
import { Refusal } from '../refusal.ts'
import type { CodeSheet } from '../registrar/contract.ts'
import { openCollecting } from '../registrar/open-collecting.ts'
import type { Services } from '../services.ts'
import { discardExamples } from '../tally/discard-examples.ts'
import type { TallyServices } from '../tally/tally-services.ts'
import { answerAsEmployee } from './answer-as-employee.ts'
import { exampleUnits, unitsCsv } from './organization.ts'
import { simulateAnswers } from './simulate-answers.ts'
import { saveSpareCodes } from './store.ts'
import { exampleGroups, exampleInterviews } from './testimony.ts'
import { examplePerson } from './visit-example.ts'

const seed = 'fjord-logistics-1'

/** The same invented organization every time, filled in the background. */
export async function startFilling(
  services: TallyServices & { readonly jobs: Jobs },
  organiser: Organiser,
): Promise<Job> {
  if (!organiser.organization.example) throw new Refusal('organisers-only')
  return services.jobs.start(organiser.organization.id, async (report) => {
    await fillExample(services, report)
  })
}

/**
 * Runs the example up to the moment before closing: planned, approved, opened, answered by
 * invented employees through the same door as real ones, and told of by groups and managers.
 */
export async function fillExample(
  services: TallyServices,
  report: Report,
): Promise<Assessment> {
  const organiser = asOrganiser(await examplePerson(services, 'organiser'))
  const employeeSide = asEmployeeSide(await examplePerson(services, 'employee-side'))
  report(0.02, 'planning')
  await discardExamples(services, organiser)
  const planned = await planAssessment(services, organiser, 'Needs analysis')
  await revisePlan(services, organiser, planned.id, planFor(services))
  const { id, revision } = await importUnits(services, organiser, planned.id, unitsCsv())
  const approved = await approveAssessment(services, employeeSide, id, revision)

  report(0.05, 'opening')
  const sheet = await openCollecting(services, organiser, id)
  await answerThroughDoor(services, approved, sheet, report)

  report(0.95, 'listening')
  const month = services.clock.now().toISOString().slice(0, 7)
  for (const answers of exampleGroups) {
    await recordSession(services, organiser, id, { month, answers: { ...answers } })
  }
  for (const { unit, answers } of exampleInterviews) {
    const counted = countedWith(approved, unit)
    await recordInterview(services, organiser, id, {
      unit: counted,
      month,
      answers: { ...answers },
    })
  }
  return approved
}

/** Every unit's people answer as often as people there do; the rest of the codes is spare. */
async function answerThroughDoor(
  services: Services,
  assessment: Assessment,
  sheet: CodeSheet,
  report: Report,
): Promise<void> {
  const codes = new Map(sheet.units.map(({ name, codes }) => [name, [...codes]]))
  const people = exampleUnits.reduce((sum, { headcount }) => sum + headcount, 0)
  let asked = 0
  for (const unit of exampleUnits) {
    const random = seededRandom(`${seed}/${unit.name}`)
    const counted = assessment.counted.find(({ members }) =>
      members.includes(idOfUnit(assessment, unit.name)),
    )
    for (let person = 0; person < unit.headcount; person += 1) {
      asked += 1
      if (random() > unit.answers) continue
      const code = codes.get(counted?.name ?? '')?.pop()
      if (!code) throw new RangeError(`no code is left for ${unit.name}`)
      await answerAsEmployee(
        services.config.origin,
        assessment.id,
        code,
        simulateAnswers(random, unit),
      )
      report(0.05 + (0.9 * asked) / people, 'answering')
    }
  }
  await saveSpareCodes(
    services.db,
    [...codes].flatMap(([unit, left]) =>
      left.slice(0, 1).map((code) => ({ assessment: assessment.id, unit, code })),
    ),
  )
}

function planFor({ clock }: Services): Plan {
  const today = clock.now()
  const resultsBy = new Date(today)
  resultsBy.setUTCDate(today.getUTCDate() + 42)
  return {
    name: 'Needs analysis',
    languages: [...locales],
    contacts: helpContacts,
    contactsCheckedOn: today.toISOString().slice(0, 10),
    resultsBy: resultsBy.toISOString().slice(0, 10),
  }
}

/** Public lines of each country; an installation enters its own. */
const helpContacts: Readonly<Record<Locale, readonly Contact[]>> = {
  en: [
    { name: 'Emergency', phone: '112' },
    { name: 'Emotional support', phone: '116 123' },
  ],
  sv: [
    { name: 'Nödnummer', phone: '112' },
    { name: 'Jourhavande medmänniska', phone: '08-702 16 80' },
  ],
  nb: [
    { name: 'Medisinsk nødhjelp', phone: '113' },
    { name: 'Mental Helse', phone: '116 123' },
  ],
  nl: [
    { name: 'Alarmnummer', phone: '112' },
    { name: 'De Luisterlijn', phone: '088 0767 000' },
  ],
  ro: [
    { name: 'Urgențe', phone: '112' },
    { name: 'TelVerde Antisuicid', phone: '0800 801 200' },
  ],
}

function idOfUnit({ units }: Assessment, name: string): string {
  return units.find((unit) => unit.name === name)?.id ?? ''
}

function countedWith(assessment: Assessment, name: string): string {
  const id = idOfUnit(assessment, name)
  return assessment.counted.find(({ members }) => members.includes(id))?.id ?? ''
}

function asOrganiser(member: Organiser | EmployeeSide): Organiser {
  if (member.role !== 'organiser') throw new Refusal('organisers-only')
  return member
}

function asEmployeeSide(member: Organiser | EmployeeSide): EmployeeSide {
  if (member.role !== 'employee-side') throw new Refusal('employee-side-only')
  return member
}
