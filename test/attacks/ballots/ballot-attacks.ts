import { failEverywhere } from './failing-handlers.ts'
import { castForgeries, forgeBallots } from './forgeries.ts'
import { linkWhatWasSeen } from './linking.ts'
import { castOneBallotOften, collectOften } from './races.ts'
import { crawlAsOrganiser, tryEveryDoor } from './roles.ts'
import { compareCopies, countInStolenFile } from './stolen-file.ts'
import { matchThirtyInARow } from './thirty-in-a-row.ts'
import type { Tried } from './tried.ts'
import { watchPeopleAnswer } from './watching-organiser.ts'
import { searchAWholeSurvey } from './whole-survey.ts'

/** How hard each attack tries. */
export interface Effort {
  readonly people: number
  /** so many are watched: more than a figure about them needs to be shown */
  readonly watched: number
  readonly runs: number
  readonly rounds: number
  readonly forged: number
  readonly castForged: number
  readonly casts: number
  readonly calls: number
}

export const small: Effort = {
  people: 30,
  watched: 12,
  runs: 4,
  rounds: 3,
  forged: 3_000,
  castForged: 24,
  casts: 4,
  calls: 300,
}

export const full: Effort = {
  people: 1_000,
  watched: 30,
  runs: 200,
  rounds: 100,
  forged: 1_000_000,
  castForged: 400,
  casts: 200,
  calls: 10_000,
}

type BallotAttack = (effort: Effort) => Promise<readonly Tried[]>

/** Everything an adversary tries on who may answer and on what was said, by what he is after. */
export const ballotAttacks: Readonly<Record<string, BallotAttack>> = {
  'linking people with ballots by what both doors saw': async ({ people }) => [
    await linkWhatWasSeen(people),
  ],
  'matching thirty who answer one after another': async ({ runs }) => [
    await matchThirtyInARow(runs),
  ],
  'watching everything while people answer': async ({ watched }) => [
    await watchPeopleAnswer(watched),
  ],
  'comparing copies of a stolen file': async ({ casts }) => [await compareCopies(casts)],
  'casting one ballot often': async ({ rounds }) => [await castOneBallotOften(rounds)],
  'collecting several ballots with one code': async ({ rounds }) => [
    await collectOften(rounds),
  ],
  'forging ballots': async ({ forged, castForged }) => [
    await forgeBallots(forged),
    await castForgeries(castForged),
  ],
  'passing doors of others': async ({ calls }) => [await crawlAsOrganiser(calls)],
  'making handlers fail': async () => [await failEverywhere()],
  'finding marks anywhere in a whole survey': async ({ people }) =>
    searchAWholeSurvey(Math.min(people, 36)),
}

/** What takes too long for every day: `npm run attack -- ballots` does it as well. */
export const longAttacks: Readonly<Record<string, () => Promise<readonly Tried[]>>> = {
  'counting in a stolen file': async () => [await countInStolenFile(200)],
  // A test of its own in the suite.
  'passing every door in every role': async () => [await tryEveryDoor()],
}
