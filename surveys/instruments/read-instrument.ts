import { decodeText } from './decode-text.ts'
import type { Draft } from './draft.ts'
import { type Instrument, type InstrumentSource, instrumentLimits } from './instrument.ts'
import { isObject, isSet, parseJson } from './json.ts'
import { type FileFault, type LeftOut, UnreadableFile } from './left-out.ts'
import { isLimeSurveyTable, readLimeSurveyTable } from './read-lime-survey-table.ts'
import { readLimeSurveyXml } from './read-lime-survey-xml.ts'
import { readQualtrics } from './read-qualtrics.ts'
import { readSurveyJs } from './read-survey-js.ts'
import { readXlsForm } from './read-xls-form.ts'
import { settleDraft } from './settle-draft.ts'

export type ReadInstrument =
  | {
      readonly kind: 'read'
      readonly source: InstrumentSource
      readonly instrument: Instrument
      /** everything of the file that is not in it */
      readonly leftOut: readonly LeftOut[]
    }
  | { readonly kind: 'refused'; readonly fault: FileFault; readonly where: string }

/**
 * Reads a questionnaire from another tool, whatever its name says: SurveyJS (JSON), XLSForm
 * (.xlsx), LimeSurvey (.lss, or its table of tab-separated values), or Qualtrics (.qsf). Nothing
 * of a file is run, fetched or stored; what cannot be asked here is left out by name.
 */
export function readInstrument(file: Uint8Array): ReadInstrument {
  try {
    const { source, draft } = readDraft(file)
    return { kind: 'read', source, ...settleDraft(draft) }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    return { kind: 'refused', fault: error.fault, where: error.where.slice(0, 120) }
  }
}

interface ReadDraft {
  readonly source: InstrumentSource
  readonly draft: Draft
}

function readDraft(file: Uint8Array): ReadDraft {
  if (file.length === 0) throw new UnreadableFile('empty')
  if (file.length > instrumentLimits.fileBytes) throw new UnreadableFile('too-large')
  if (startsWith(file, [0x50, 0x4b]))
    return { source: 'xlsform', draft: readXlsForm(file) }
  if (startsWith(file, [0xd0, 0xcf, 0x11, 0xe0])) throw new UnreadableFile('old-excel')
  if (startsWith(file, [0x25, 0x50, 0x44, 0x46])) throw new UnreadableFile('kind-unknown')
  const text = decodeText(file)
  const [sign] = text.trimStart()
  if (sign === '{' || sign === '[') return readJsonDraft(text)
  if (sign === '<')
    return { source: 'limesurvey', draft: readLimeSurveyXml(text.trimStart()) }
  if (!isLimeSurveyTable(text)) throw new UnreadableFile('kind-unknown')
  return { source: 'limesurvey', draft: readLimeSurveyTable(text) }
}

function readJsonDraft(text: string): ReadDraft {
  const file = parseJson(text)
  if (!isObject(file)) throw new UnreadableFile('not-a-questionnaire')
  if (isSet(file, 'SurveyElements'))
    return { source: 'qualtrics', draft: readQualtrics(file) }
  const isForm = ['pages', 'elements', 'questions'].some((key) => isSet(file, key))
  if (!isForm) throw new UnreadableFile('not-a-questionnaire')
  return { source: 'surveyjs', draft: readSurveyJs(file) }
}

const startsWith = (file: Uint8Array, signs: readonly number[]): boolean =>
  signs.every((sign, index) => file[index] === sign)
