import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSlots } from '#server/ballot-box/slots/create-slots.ts'
import type { UnitSize } from '#server/ballot-box/slots/layout.ts'
import { openSlotStore, type SlotStore } from '#server/ballot-box/slots/open-slots.ts'
import { type KeptBallot, slotBytesFor } from '#server/ballot-box/slots/slot.ts'
import { StoreKeys } from '#server/ballot-box/slots/store-keys.ts'
import { openBallots } from '#server/database/ballots.ts'
import type { Engine } from '#server/database/engine.ts'
import { type PostgresServer, postgresServer } from '../postgres.ts'

export const engines: readonly Engine[] = ['sqlite', 'postgres']
const payloadBytes = 600

/** Where stores can be made on one engine. */
export interface Stores extends AsyncDisposable {
  readonly postgres: PostgresServer | null
  /** a store with a database of its own and slots for one assessment */
  newStore(units: readonly UnitSize[]): Promise<TestStore>
}

export interface TestStore {
  readonly store: SlotStore
  readonly assessment: string
  readonly address: string
  readonly keyFolder: string
  /** the same database through other connections, as another process would open it */
  another(): Promise<SlotStore>
}

export async function storesOn(engine: Engine): Promise<Stores> {
  const postgres = engine === 'postgres' ? await postgresServer() : null
  const folder = await mkdtemp(join(tmpdir(), 'groundwork-slots-'))
  const opened: SlotStore[] = []
  const open = async (address: string, keyFolder: string): Promise<SlotStore> => {
    const store = openSlotStore(await openBallots(address), new StoreKeys(keyFolder))
    opened.push(store)
    return store
  }
  return {
    postgres,
    async newStore(units) {
      const assessment = randomUUID()
      const keyFolder = join(folder, 'keys')
      const address =
        (await postgres?.newDatabase()) ?? join(folder, assessment, 'ballots.sqlite')
      const store = await open(address, keyFolder)
      await createSlots(store, assessment, units, slotBytesFor(payloadBytes))
      return {
        store,
        assessment,
        address,
        keyFolder,
        another: () => open(address, keyFolder),
      }
    },
    async [Symbol.asyncDispose]() {
      for (const { ballots } of opened) await ballots.destroy()
      await postgres?.[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A ballot that a name stands for; the same name gives the same nullifier. */
export function aBallot(name: string, answer = name): KeptBallot {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return {
    nullifier: hash(`nullifier ${name}`),
    check: hash(`check ${name}`),
    payload: Buffer.from(`answer ${answer}`),
  }
}
