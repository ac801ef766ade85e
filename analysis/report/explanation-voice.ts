import type { ConstructId } from '#surveys/constructs.ts'
import type { Locale } from '#surveys/locale.ts'
import { say, type Words } from '#surveys/say.ts'
import { surveyTexts } from '#surveys/wording.ts'
import { type CatalogueText, catalogueTexts } from '../catalogue-wording.ts'
import { type ExplanationText, explanationTexts } from '../explanation-wording.ts'
import type { ComponentId } from '../recommendation/components.ts'
import { type AnalysisText, analysisTexts } from '../wording.ts'

/** One language to explain in: its sentences, names, numbers and lists. */
export interface ExplanationVoice {
  readonly locale: Locale
  readonly why: (key: ExplanationText, words?: Words) => string
  readonly analysis: (key: AnalysisText, words?: Words) => string
  readonly catalogue: (key: CatalogueText, words?: Words) => string
  readonly need: (id: ConstructId) => string
  /** several needs; their names have commas of their own */
  readonly needs: (ids: readonly ConstructId[]) => string
  readonly component: (id: ComponentId) => string
  /** several components, in quotation marks: their names have an "and" of their own */
  readonly components: (ids: readonly ComponentId[]) => string
  /** sets of components, any of which will do */
  readonly anyComponents: (sets: readonly (readonly ComponentId[])[]) => string
  /** with at most so many digits after the point */
  readonly number: (value: number, digits?: number) => string
  readonly allOf: (items: readonly string[]) => string
  /** what another language is called */
  readonly language: (locale: Locale) => string
  /** a month such as `2026-11` */
  readonly month: (month: string) => string
}

const quotationMarks: Readonly<Record<Locale, readonly [open: string, close: string]>> = {
  en: ['“', '”'],
  sv: ['”', '”'],
  nb: ['«', '»'],
  nl: ['‘', '’'],
  ro: ['„', '”'],
}

export function explanationVoice(locale: Locale): ExplanationVoice {
  const all = new Intl.ListFormat(locale, { type: 'conjunction' })
  const any = new Intl.ListFormat(locale, { type: 'disjunction' })
  const [open, close] = quotationMarks[locale]
  const need = (id: ConstructId): string => say(surveyTexts[locale], `construct.${id}`)
  const component = (id: ComponentId): string =>
    say(analysisTexts[locale], `component.${id}`)
  const quoted = (ids: readonly ComponentId[]): readonly string[] =>
    ids.map((id) => `${open}${component(id)}${close}`)
  const languages = new Intl.DisplayNames(locale, { type: 'language' })
  const months = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  return {
    locale,
    why: (key, words) => say(explanationTexts[locale], key, words),
    analysis: (key, words) => say(analysisTexts[locale], key, words),
    catalogue: (key, words) => say(catalogueTexts[locale], key, words),
    need,
    needs: (ids) => ids.map(need).join('; '),
    component,
    components: (ids) => all.format(quoted(ids)),
    anyComponents: (sets) => any.format(sets.map((ids) => quoted(ids).join(' + '))),
    number: (value, digits = 0) =>
      new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value),
    allOf: (items) => all.format(items),
    language: (other) => languages.of(other) ?? other,
    month: (month) => months.format(new Date(`${month}-01T00:00:00Z`)),
  }
}
