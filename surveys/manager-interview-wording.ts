import type { Locale } from './locale.ts'
import { ratedConstructs } from './manager-interview-form.ts'
import type { Texts } from './say.ts'
import en from './texts/manager-interview.en.json' with { type: 'json' }
import nb from './texts/manager-interview.nb.json' with { type: 'json' }
import nl from './texts/manager-interview.nl.json' with { type: 'json' }
import ro from './texts/manager-interview.ro.json' with { type: 'json' }
import sv from './texts/manager-interview.sv.json' with { type: 'json' }

/** Apart from the questionnaire's sentences, so that employees do not load them. */
const ofInterview: Readonly<Record<Locale, Texts<keyof typeof en>>> = {
  en,
  sv,
  nb,
  nl,
  ro,
}

/**
 * Every sentence of the interview form and of its summary.
 *
 * @param texts the sentences of the questionnaires in the same language
 */
export function withInterviewTexts(texts: Texts, locale: Locale): Texts {
  const topics = ratedConstructs.map(
    (id) => [`option.incident.${id}`, texts[`construct.${id}`] ?? ''] as const,
  )
  return { ...texts, ...ofInterview[locale], ...Object.fromEntries(topics) }
}
