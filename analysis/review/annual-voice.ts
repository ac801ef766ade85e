import type { ConstructId } from '#surveys/constructs.ts'
import type { Locale } from '#surveys/locale.ts'
import { say, type Words } from '#surveys/say.ts'
import { surveyTexts } from '#surveys/wording.ts'
import { type AnnualText, annualTexts } from '../annual-wording.ts'
import type { AnsweredBand, Figure, RateBand } from '../disclosure/disclosed.ts'

/** One language to tell of a year in. Pages and documents bring their own. */
export interface AnnualVoice {
  readonly locale: Locale
  readonly say: (key: AnnualText, words?: Words) => string
  readonly need: (id: ConstructId) => string
}

export const annualVoice = (locale: Locale): AnnualVoice => ({
  locale,
  say: (key, words) => say(annualTexts[locale], key, words),
  need: (id) => say(surveyTexts[locale], `construct.${id}`),
})

export const numberIn = (
  { locale }: Pick<AnnualVoice, 'locale'>,
  value: number,
): string => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value)

const percentIn = ({ locale }: AnnualVoice, share: number): string =>
  new Intl.NumberFormat(locale, { style: 'percent' }).format(share)

/** `2026-01` in words. */
export const monthIn = ({ locale }: AnnualVoice, month: string): string =>
  new Intl.DateTimeFormat(locale, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${month}-01T00:00:00Z`))

const signs = { shown: '', 'at-most': '≤ ', 'at-least': '≥ ' } as const

/** A share from 0 to 1 in percent, its bound, or that it is not shown. */
export function shareIn(voice: AnnualVoice, figure: Figure): string {
  if (figure.kind === 'hidden') return voice.say('annual.hidden')
  return signs[figure.kind] + percentIn(voice, figure.value)
}

/** The same of a mean from 0 to 100. */
export function meanIn(voice: AnnualVoice, figure: Figure): string {
  if (figure.kind === 'hidden') return voice.say('annual.hidden')
  return signs[figure.kind] + numberIn(voice, figure.value)
}

/** `45 to 49`, or that it is not shown. */
export function bandIn(voice: AnnualVoice, band: AnsweredBand): string {
  if (band.kind === 'hidden') return voice.say('annual.hidden')
  return voice.say('annual.band', {
    from: numberIn(voice, band.from),
    to: numberIn(voice, band.to),
  })
}

/** A response rate in words. */
export function rateIn(voice: AnnualVoice, rate: RateBand): string {
  switch (rate.kind) {
    case 'band': {
      const from = percentIn(voice, rate.from / 100)
      return voice.say('annual.band', { from, to: percentIn(voice, rate.to / 100) })
    }
    case 'step':
      return voice.say(`annual.rate.${rate.step}`)
    case 'hidden':
    case 'unknown':
      return voice.say('annual.hidden')
  }
}
