import type { ComponentId } from './components.ts'
import { componentIds } from './components.ts'
import { type Country, dutyNotes } from './duty-notes.ts'
import { markAll, type Verdicts } from './verdicts.ts'

/**
 * R5: nobody is made to tell what happened in one session right after it. Help after an
 * incident is offered on this condition only; there is no such component by itself.
 *
 * @see Rose, Bisson, Churchill & Wessely (2002), Cochrane CD000560.
 */
export function noDebriefing(verdicts: Verdicts): Verdicts {
  return markAll(verdicts, ['post_incident'], 'R5')
}

/** Components that go to people instead of waiting for them. */
const reachingOut: readonly ComponentId[] = [
  'case_management',
  'post_incident',
  'peer_support',
  'accommodation_rtw',
]

/** R6: no component uses survey answers to contact anybody. */
export function noContactByAnswers(verdicts: Verdicts): Verdicts {
  return markAll(verdicts, reachingOut, 'R6')
}

/** R7: nobody is brought to one table with the person they are afraid of. */
export function notForViolence(verdicts: Verdicts): Verdicts {
  const couples = markAll(verdicts, ['counselling_couples_family'], 'R7', 'soc.safety')
  return markAll(couples, ['mediation_early'], 'R7', 'work.violence')
}

/** R8: the employer's program gives no legal advice against the employer. */
export function notAgainstEmployer(verdicts: Verdicts): Verdicts {
  return markAll(verdicts, ['legal_consult'], 'R8')
}

/**
 * R10: notes on the law of the country go with every component it touches: what it asks of
 * employers anyway, and what nobody has checked yet.
 */
export function dutiesAttached(verdicts: Verdicts, country: Country | null): Verdicts {
  if (country === null) return verdicts
  const concerned = new Set(dutyNotes[country].flatMap(({ components }) => components))
  return markAll(
    verdicts,
    componentIds.filter((id) => concerned.has(id)),
    'R10',
  )
}
