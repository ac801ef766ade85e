/**
 * Casts ballots without end and prints each one that was acknowledged: who and which version.
 * Ended from outside, by force.
 */
import { writeSync } from 'node:fs'
import { putBallot } from '#server/ballot-box/slots/keep-ballots.ts'
import { openSlotStore } from '#server/ballot-box/slots/open-slots.ts'
import { StoreKeys } from '#server/ballot-box/slots/store-keys.ts'
import { openBallots } from '#server/database/ballots.ts'
import { aBallot } from '../../server/ballot-box/a-slot-store.ts'

const [address = '', keyFolder = '', assessment = '', unit = '', people = '', from = ''] =
  process.argv.slice(2)
const store = openSlotStore(await openBallots(address), new StoreKeys(keyFolder))
let version = Number(from)

async function castOn(): Promise<never> {
  for (;;) {
    const mine = version++
    const person = `person ${mine % Number(people)}`
    await putBallot(store, assessment, unit, aBallot(person, `${mine}`))
    writeSync(1, `${person} ${mine}\n`)
  }
}

await Promise.all(Array.from({ length: 6 }, castOn))
