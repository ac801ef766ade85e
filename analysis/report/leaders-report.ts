import type { Locale } from '#surveys/locale.ts'
import type { Document } from '../orientation/document.ts'
import { type Findings, findingsReport } from './findings.ts'
import {
  footerIn,
  hiddenSection,
  originSection,
  type Published,
  strengthsSection,
} from './origin.ts'
import { reportVoice } from './report-voice.ts'

/** What leaders read is made from a release, what follows from it, and where it comes from. */
export interface ReleaseReport extends Findings {
  readonly published: Published
}

/**
 * The needs analysis for leaders, to read: where the figures come from, what goes well, the
 * needs, what could help and why, what is not shown, and every number of the method.
 */
export function leadersReport(report: ReleaseReport, locale: Locale): Document {
  const voice = reportVoice(locale)
  const { published, release, needs } = report
  const { organization, name } = published
  const date = voice.date(published.releasedOn)
  const { sections } = findingsReport(report, locale)
  const [inShort, ...others] = sections
  return {
    locale,
    title: voice.say('leaders.title'),
    subtitle: voice.say('deck.subtitle', { organization, name, date }),
    footer: footerIn(published, voice),
    sections: [
      ...(inShort ? [inShort] : []),
      strengthsSection(needs, voice),
      originSection(published, voice),
      hiddenSection(release, needs, voice),
      ...others,
    ],
  }
}
