import type { Locale } from '#surveys/locale.ts'
import type { Texts } from '#surveys/say.ts'
import en from './texts/codebook.en.json' with { type: 'json' }
import nb from './texts/codebook.nb.json' with { type: 'json' }
import nl from './texts/codebook.nl.json' with { type: 'json' }
import ro from './texts/codebook.ro.json' with { type: 'json' }
import sv from './texts/codebook.sv.json' with { type: 'json' }

export type CodebookText = keyof typeof en

/** What the built-in codes of focus groups mean, by language. Apart: only coders read it. */
export const codebookTexts: Readonly<Record<Locale, Texts<CodebookText>>> = {
  en,
  sv,
  nb,
  nl,
  ro,
}
