import type { Locale } from '#surveys/locale.ts'
import type { Texts } from '#surveys/say.ts'
import en from './texts/report.en.json' with { type: 'json' }
import nb from './texts/report.nb.json' with { type: 'json' }
import nl from './texts/report.nl.json' with { type: 'json' }
import ro from './texts/report.ro.json' with { type: 'json' }
import sv from './texts/report.sv.json' with { type: 'json' }

export type ReportText = keyof typeof en

/** What leaders, managers and all employees are told of a release, by language. */
export const reportTexts: Readonly<Record<Locale, Texts<ReportText>>> = {
  en,
  sv,
  nb,
  nl,
  ro,
}
