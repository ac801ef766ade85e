import type { Locale } from '#surveys/locale.ts'
import { say, type Texts, type Words } from '#surveys/say.ts'
import type { IndicatorText } from '../indicator-wording.ts'
import { type IndicatorId, indicatorOf } from './catalogue.ts'
import type { HrFigure } from './figure.ts'
import { isHalf, type Period, yearOf } from './period.ts'

/** Pages put texts of several kinds into one. */
const told = (texts: Texts, key: IndicatorText, words: Words = {}): string =>
  say<string>(texts, key, words)

/** What an indicator is, in one sentence. */
export function definitionOf(id: IndicatorId, texts: Texts): string {
  const isTheme = indicatorOf(id).measure === 'interviews'
  return say(texts, `indicator.${isTheme ? 'exit' : id}.is`)
}

/** A value with its unit: `4.8 %`, `21 per million hours worked`. */
export function valueInWords(
  { indicator, value, people }: Pick<HrFigure, 'indicator' | 'value' | 'people'>,
  texts: Texts,
  locale: Locale,
): string {
  const number = (amount: number) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(amount)
  const { measure } = indicatorOf(indicator)
  switch (measure) {
    case 'share-of-time':
    case 'share-of-posts':
    case 'share-of-people':
      return new Intl.NumberFormat(locale, {
        style: 'percent',
        maximumFractionDigits: 1,
      }).format(value / 100)
    case 'count':
      return number(value)
    case 'per-million-hours':
    case 'hours-a-month':
      return told(texts, `figure.${measure}`, { value: number(value) })
    case 'interviews':
      return told(texts, 'figure.interviews', {
        value: number(value),
        people: number(people ?? 0),
      })
  }
}

/** `2025`, or `first half of 2025`. */
export function periodInWords(period: Period, texts: Texts): string {
  if (!isHalf(period)) return period
  const half = period.endsWith('1') ? 'period.H1' : 'period.H2'
  return told(texts, half, { year: yearOf(period) })
}
