import type { Locale } from './locale.ts'
import { type OwnQuestion, ownWords } from './own-question.ts'
import type { Texts } from './say.ts'
import en from './texts/modules.en.json' with { type: 'json' }
import nb from './texts/modules.nb.json' with { type: 'json' }
import nl from './texts/modules.nl.json' with { type: 'json' }
import ro from './texts/modules.ro.json' with { type: 'json' }
import sv from './texts/modules.sv.json' with { type: 'json' }
import { surveyTexts } from './wording.ts'

const moduleTexts: Readonly<Record<Locale, Texts<keyof typeof en>>> = {
  en,
  sv,
  nb,
  nl,
  ro,
}

/** Every sentence of the core, of what can be asked beside it, and of own questions. */
export function textsBeside(locale: Locale, own: readonly OwnQuestion[] = []): Texts {
  return { ...surveyTexts[locale], ...moduleTexts[locale], ...ownWords(own, locale) }
}
