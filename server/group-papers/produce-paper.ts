import type { GroupFacts, SessionToPrint } from '#analysis/groups/paper.ts'
import { type Locale, languageNames } from '#surveys/locale.ts'
import type { SignedIn } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { planForHeldGroups } from '../assessments/plan-for-groups.ts'
import { languageTags } from '../documents/language-tags.ts'
import { bookingLink } from '../group-seats/seats-of.ts'
import { sessionsFor } from '../group-studies/groups-of.ts'
import { dayOf } from '../group-studies/plan-session.ts'
import { studyFor } from '../group-studies/plan-study.ts'
import { runOffThread } from '../jobs/off-thread.ts'
import { storedReleaseOf } from '../results/whole-release.ts'
import type { Services } from '../services.ts'
import type { PaperKind } from './contract.ts'

type Reach = Pick<Services, 'db' | 'config' | 'clock'>

export interface PaperToMake {
  readonly facts: Omit<GroupFacts, 'hotSpots'>
  /** as it is stored; null before it is published, and where no result is spoken of */
  readonly release: string | null
  /** the same assessment always gives the same topics */
  readonly seed: string
  readonly kind: PaperKind
  readonly form: 'pdf' | 'txt'
  readonly locale: Locale
}

interface Wished extends Pick<PaperToMake, 'kind' | 'form' | 'locale'> {
  readonly minutes: number
}

/**
 * Makes one paper about the groups of an assessment: the same for both sides and for whoever
 * holds them. Of results it knows the release alone.
 */
export async function producePaper(
  { db, config, clock }: Reach,
  person: SignedIn,
  id: AssessmentId,
  { minutes, ...wished }: Wished,
): Promise<Uint8Array> {
  const plan = await planForHeldGroups({ db }, person, id)
  const { purposes } = await studyFor({ db }, id)
  const sessions = await sessionsFor({ db }, id)
  const today = dayOf(clock.now())
  const { organization, example, contacts } = plan
  const asksResults = wished.kind === 'guide' && plan.isReleased
  const input: PaperToMake = {
    ...wished,
    facts: {
      organization,
      example,
      contacts,
      purposes,
      minutes,
      sessions: sessions
        .filter(({ state, day }) => state === 'invited' && day >= today)
        .map((session) => toPrint(session, wished.locale)),
      link: bookingLink({ config }, id),
    },
    release: asksResults ? await storedReleaseOf({ db }, id) : null,
    seed: id,
  }
  return runOffThread(new URL('./paper.worker.ts', import.meta.url), input)
}

type Session = Awaited<ReturnType<typeof sessionsFor>>[number]

function toPrint(
  { type, day, time, mode, place, language }: Session,
  locale: Locale,
): SessionToPrint {
  const form = { dateStyle: 'full', timeZone: 'UTC' } as const
  const written = new Intl.DateTimeFormat(languageTags[locale], form)
  return {
    type,
    when: `${written.format(new Date(day))}, ${time}`,
    place: mode === 'online' ? null : place,
    language: languageNames[language],
  }
}
