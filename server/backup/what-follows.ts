import type { TellOfSurvey } from '../archive/store-backups.ts'

type Follows = Pick<TellOfSurvey, 'follows' | 'keyless'>

/**
 * What follows for a survey when the office is put back as it was in that state. What happened
 * since is known to nobody: it is said for the case that something did.
 *
 * @param missing what no key at hand opens
 */
export function whatFollows(state: string, missing: readonly string[]): Follows {
  const goesOn = ['frozen', 'open', 'unsealing'].includes(state)
  const lost = missing.map(
    (what) =>
      `Of ${what} nothing comes back: its key is not here. If the survey has been closed or counted since, that is as it should be; if the keys were only not copied to this machine, copy them first.`,
  )
  return {
    follows: [...(follows[state] ?? []), ...lost],
    keyless: goesOn ? missing : [],
  }
}

const follows: Readonly<Record<string, readonly string[]>> = {
  frozen: [
    'If it has been opened since: it has to be opened again, and collecting then stops at once, until both sides agree to go on knowing that some people may answer twice. How often they did is published.',
    'Codes that were sent or printed since no longer work: invite again.',
  ],
  open: [
    'Whoever collected a ballot after the backup was made is not known to have. So collecting stops when the office is started, until both sides agree to go on knowing that some people may answer twice. How often they did is published. Ballots that were collected can be cast all the while.',
    'Codes that were sent or printed since no longer work: invite again. Who has muted reminders since gets them again.',
    'If it has been closed since, it has to be closed again, and nobody can collect any more.',
  ],
  closed: [
    'If it has been counted since, the count has to be made again, unless everything was destroyed after the release: then it can only be given up.',
  ],
  unsealing: [
    'Shares that key holders delivered since have to be delivered again. If it has been released since, everything else was destroyed: then it can only be given up.',
  ],
  tallied: [
    'If it has been released since, the release is not in the backup, and its figures can be opened by nobody: keep the signed release that was downloaded.',
  ],
}
