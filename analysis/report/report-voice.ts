import type { ConstructId } from '#surveys/constructs.ts'
import type { Locale } from '#surveys/locale.ts'
import { say, type Words } from '#surveys/say.ts'
import { surveyTexts } from '#surveys/wording.ts'
import type { Figure } from '../disclosure/disclosed.ts'
import type { Block } from '../orientation/document.ts'
import { type ReportText, reportTexts } from '../report-wording.ts'
import { type AnalysisText, analysisTexts } from '../wording.ts'

/** One language to report in. */
export interface ReportVoice {
  readonly locale: Locale
  readonly say: (key: ReportText, words?: Words) => string
  readonly analysis: (key: AnalysisText, words?: Words) => string
  readonly need: (id: ConstructId) => string
  readonly number: (value: number) => string
  /** an ISO day in words */
  readonly date: (day: string) => string
  /** a released figure: the number, its bound, or that it is not shown */
  readonly figure: (figure: Figure | undefined) => string
  /** the same of a share from 0 to 1, in percent */
  readonly share: (figure: Figure | undefined) => string
}

const signs = { shown: '', 'at-most': '≤ ', 'at-least': '≥ ' } as const

export function reportVoice(locale: Locale): ReportVoice {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const number = (value: number): string => new Intl.NumberFormat(locale).format(value)
  const percent = new Intl.NumberFormat(locale, { style: 'percent' })
  const written = (figure: Figure | undefined, write: (value: number) => string) => {
    if (!figure) return say(analysisTexts[locale], 'not-asked')
    if (figure.kind === 'hidden') return say(analysisTexts[locale], 'hidden')
    return `${signs[figure.kind]}${write(figure.value)}`
  }
  return {
    locale,
    say: (key, words) => say(reportTexts[locale], key, words),
    analysis: (key, words) => say(analysisTexts[locale], key, words),
    need: (id) => say(surveyTexts[locale], `construct.${id}`),
    number,
    date: (iso) => day.format(new Date(iso)),
    figure: (figure) => written(figure, number),
    share: (figure) => written(figure, percent.format),
  }
}

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

export const list = (items: readonly string[], ordered = false): Block => ({
  kind: 'list',
  ordered,
  items,
})
