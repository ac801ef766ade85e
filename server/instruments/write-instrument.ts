import { core } from '#surveys/catalogue.ts'
import type { ExportFormat, Instrument } from '#surveys/instruments/instrument.ts'
import { instrumentOf } from '#surveys/instruments/own-instrument.ts'
import { writeSurveyJs } from '#surveys/instruments/write-survey-js.ts'
import { writeXlsForm } from '#surveys/instruments/write-xls-form.ts'
import { locales } from '#surveys/locale.ts'
import { say } from '#surveys/say.ts'
import { surveyTexts } from '#surveys/wording.ts'
import type { Member } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { assessmentOf } from '../assessments/find-assessment.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { InstrumentId } from './contract.ts'
import { listInstruments } from './store.ts'

/** A file for another tool. */
export interface WrittenInstrument {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

type Reach = Pick<Services, 'db'>

/** Our own questionnaire for another tool, in all languages. */
export async function writeOwn(
  { db }: Reach,
  member: Member,
  id: AssessmentId,
  format: ExportFormat,
): Promise<WrittenInstrument> {
  await assessmentOf({ db }, member, id)
  const title = Object.fromEntries(
    locales.map((locale) => [locale, say(surveyTexts[locale], 'instrument.title')]),
  )
  return write(instrumentOf(core, surveyTexts, title), format)
}

/** An instrument that is kept, for another tool. */
export async function writeKept(
  { db }: Reach,
  member: Member,
  id: AssessmentId,
  instrument: InstrumentId,
  format: ExportFormat,
): Promise<WrittenInstrument> {
  await assessmentOf({ db }, member, id)
  const kept = (await listInstruments(db, id)).find((one) => one.id === instrument)
  if (!kept) throw new Refusal('instrument-not-found')
  return write(kept.content, format)
}

function write(instrument: Instrument, format: ExportFormat): WrittenInstrument {
  switch (format) {
    case 'surveyjs':
      return {
        name: 'questionnaire.json',
        type: 'application/json',
        bytes: new TextEncoder().encode(writeSurveyJs(instrument)),
      }
    case 'xlsform':
      return {
        name: 'questionnaire.xlsx',
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        bytes: writeXlsForm(instrument),
      }
  }
}
