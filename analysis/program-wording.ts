import type { Locale } from '#surveys/locale.ts'
import type { Texts } from '#surveys/say.ts'
import en from './texts/program.en.json' with { type: 'json' }
import nb from './texts/program.nb.json' with { type: 'json' }
import nl from './texts/program.nl.json' with { type: 'json' }
import ro from './texts/program.ro.json' with { type: 'json' }
import sv from './texts/program.sv.json' with { type: 'json' }

export type ProgramText = keyof typeof en

/** What is said of decisions, of the gate and in the log of a program, by language. */
export const programTexts: Readonly<Record<Locale, Texts<ProgramText>>> = {
  en,
  sv,
  nb,
  nl,
  ro,
}
