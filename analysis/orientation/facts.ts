import type { HelpContact } from '#surveys/ballot/manifest.ts'
import type { Locale } from '#surveys/locale.ts'
import type { Texts } from '#surveys/say.ts'
import type { Disclosed } from '../disclosure/disclosed.ts'
import type { ReleaseOutline } from '../disclosure/outline.ts'
import type { Needs } from '../needs/need.ts'
import type { ComponentId } from '../recommendation/components.ts'
import { type AnalysisText, analysisTexts } from '../wording.ts'

/** How people reach the program. */
export interface AccessRoute {
  readonly provider: string
  readonly phone: string
  /** empty where there is no web page */
  readonly portal: string
  readonly hours: string
  /** talks included for each person and year */
  readonly sessions: number
  readonly family: boolean
}

/** Everything the orientation material is made from. */
export interface Facts {
  readonly organization: string
  readonly example: boolean
  readonly release: Disclosed<ReleaseOutline>
  readonly needs: Needs
  /** the program, in the order of the recommendation */
  readonly components: readonly ComponentId[]
  readonly route: AccessRoute
  readonly contacts: Readonly<Partial<Record<Locale, readonly HelpContact[]>>>
}

/** One language to write in. */
export interface Voice {
  readonly locale: Locale
  readonly texts: Texts<AnalysisText>
}

export function voiceOf(locale: Locale): Voice {
  return { locale, texts: analysisTexts[locale] }
}
