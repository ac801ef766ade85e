import type { HelpContact } from '#surveys/ballot/manifest.ts'
import type { Locale } from '#surveys/locale.ts'
import type { RateBand } from '../disclosure/disclosed.ts'
import type { ComponentId } from '../recommendation/components.ts'
import type { Facts } from './fact-fields.ts'
import type { Findings } from './tailoring.ts'

/** Everything the orientation material is made from. */
export interface Records {
  readonly organization: string
  readonly example: boolean
  readonly responseRate: RateBand
  readonly findings: Findings
  /** the program, in the order of the recommendation */
  readonly components: readonly ComponentId[]
  readonly facts: Facts
  readonly contacts: Readonly<Partial<Record<Locale, readonly HelpContact[]>>>
}
