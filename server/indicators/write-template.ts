import { indicatorTexts } from '#analysis/indicator-wording.ts'
import {
  type IndicatorId,
  indicatorIds,
  indicatorOf,
} from '#analysis/indicators/catalogue.ts'
import { reachFault } from '#analysis/indicators/check-figure.ts'
import { type HrFigure, type HrGroup, keyOf } from '#analysis/indicators/figure.ts'
import { isHalf, type Period } from '#analysis/indicators/period.ts'
import type { Locale } from '#surveys/locale.ts'
import type { Organiser } from '../accounts/access.ts'
import type { AssessmentId, CountedUnit } from '../assessments/contract.ts'
import { askedAssessmentOf } from '../assessments/find-assessment.ts'
import { csvOf } from '../csv.ts'
import type { Services } from '../services.ts'
import { columns } from './contract.ts'
import { listFigures } from './store.ts'
import { dividedInto, groupsOf } from './unit-names.ts'

/** English spreadsheets divide by commas, the others by semicolons: commas are in their numbers. */
const dialects: Readonly<
  Record<Locale, { readonly mark: string; readonly point: string }>
> = {
  en: { mark: ',', point: '.' },
  sv: { mark: ';', point: ',' },
  nb: { mark: ';', point: ',' },
  nl: { mark: ';', point: ',' },
  ro: { mark: ';', point: ',' },
}

/** A file to fill in with what is kept already, over one period, in one language. */
export async function writeTemplate(
  { db }: Pick<Services, 'db'>,
  organiser: Organiser,
  id: AssessmentId,
  period: Period,
  locale: Locale,
): Promise<string> {
  const { counted } = await askedAssessmentOf({ db }, organiser, id)
  return templateFor(counted, await listFigures(db, id), period, locale)
}

/**
 * The text of a CSV file: a line for each group and each indicator that may be told of it over
 * this period.
 */
export function templateFor(
  counted: readonly CountedUnit[],
  figures: readonly HrFigure[],
  period: Period,
  locale: Locale,
): string {
  const texts = indicatorTexts[locale]
  const { mark, point } = dialects[locale]
  const names = new Map(dividedInto(counted).map((unit) => [unit.id, unit.name]))
  const nameOf = ({ unit }: HrGroup) => names.get(unit ?? '') ?? texts.whole
  const kept = new Map(figures.map((each) => [keyOf(each), each]))
  const lines = groupsOf({ counted }).flatMap((group) =>
    indicatorIds
      .filter((indicator) => mayTell(indicator, group, period))
      .map((indicator) => [
        nameOf(group),
        texts[`indicator.${indicator}`],
        texts[`measure.${indicatorOf(indicator).measure}`],
        period,
        ...cellsOf(kept.get(keyOf({ unit: group.unit, indicator, period })), point),
      ]),
  )
  const head = columns.map((column) => texts[`column.${column}`])
  return csvOf([head, ...lines], mark)
}

function mayTell(id: IndicatorId, group: HrGroup, period: Period): boolean {
  const indicator = indicatorOf(id)
  if (indicator.periods === 'year' && isHalf(period)) return false
  return reachFault(indicator, group) === null
}

function cellsOf(kept: HrFigure | undefined, point: string): readonly string[] {
  if (!kept) return ['', '', '']
  const value = String(kept.value).replace('.', point)
  return [value, String(kept.people ?? ''), kept.source]
}
