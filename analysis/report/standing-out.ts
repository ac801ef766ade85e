import { constructOf } from '#surveys/constructs.ts'
import type { Need, Needs } from '../needs/need.ts'
import type { ReportVoice } from './report-voice.ts'

/** So many needs, and so many strengths, can be kept in mind. */
const most = 3

/** The greatest needs, greatest first; what is low is no need to speak of. */
export function firstNeeds({ needs }: Pick<Needs, 'needs'>): readonly Need[] {
  return needs.filter(({ band }) => band !== 'low').slice(0, most)
}

/**
 * The same where everybody reads it, also who suffers: what is rare or sensitive stands there
 * only with how many people it is, never as a thing that leaders or groups brought up.
 */
export function firstNeedsForAll({ needs }: Pick<Needs, 'needs'>): readonly Need[] {
  const mayBeSaid = needs.filter(({ construct, people }) => {
    const { rare, sensitive } = constructOf(construct)
    return people !== null || !(rare || sensitive)
  })
  return firstNeeds({ needs: mayBeSaid })
}

/**
 * Where the survey found the least need, least first. That few suffer violence or gamble is no
 * strength to be proud of, and who suffers would read it: rare and sensitive needs are none.
 */
export function strengthsIn({ needs }: Pick<Needs, 'needs'>): readonly Need[] {
  return needs
    .filter(({ construct, band, sources }) => {
      const { rare, sensitive } = constructOf(construct)
      return band === 'low' && sources.survey !== null && !rare && !sensitive
    })
    .toReversed()
    .slice(0, most)
}

/** A need by its name, and in people where that may be said. */
export function needInPeople(need: Need, voice: ReportVoice): string {
  const { construct, score } = need
  const people = peopleOf(need, voice) ?? voice.say('first.score', { score })
  return voice.say('first.line', { construct: voice.need(construct), people })
}

/** The same without any score: a need by its name alone where no people may be said. */
export function needWithoutScore(need: Need, voice: ReportVoice): string {
  return need.people ? needInPeople(need, voice) : voice.need(need.construct)
}

/** "About 180 of 420 people …"; null where that may not be said. */
function peopleOf({ construct, people }: Need, voice: ReportVoice): string | null {
  if (!people) return null
  const { about, low, high, of } = people
  return voice.analysis(`people.${construct}`, {
    about: voice.number(about),
    low: voice.number(low),
    high: voice.number(high),
    of: voice.number(of),
  })
}
