import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Engine } from '#server/database/engine.ts'
import { type OfficeDatabase, openOffice } from '#server/database/office.ts'
import { createParticipation } from '#server/registrar/participation/keep-participation.ts'
import {
  openParticipation,
  type ParticipationStore,
} from '#server/registrar/participation/open-participation.ts'
import { ParticipationKeys } from '#server/registrar/participation/participation-keys.ts'
import type { UnitPlaces } from '#server/registrar/participation/store.ts'
import { type PostgresServer, postgresServer } from '../postgres.ts'

export interface Offices extends AsyncDisposable {
  readonly postgres: PostgresServer | null
  newParticipation(units: readonly UnitPlaces[]): Promise<TestParticipation>
}

export interface TestParticipation {
  readonly store: ParticipationStore
  readonly assessment: string
  readonly address: string
  readonly keyFolder: string
  /** the same database through other connections, as another process would open it */
  another(): Promise<ParticipationStore>
}

export async function officesOn(engine: Engine): Promise<Offices> {
  const postgres = engine === 'postgres' ? await postgresServer() : null
  const folder = await mkdtemp(join(tmpdir(), 'groundwork-office-'))
  const opened: ParticipationStore[] = []
  const open = async (address: string, keyFolder: string) => {
    const db = await openOffice(address)
    const store = openParticipation(db, new ParticipationKeys(keyFolder))
    opened.push(store)
    return store
  }
  return {
    postgres,
    async newParticipation(units) {
      const assessment = randomUUID()
      const keyFolder = join(folder, 'keys')
      const address =
        (await postgres?.newDatabase()) ?? join(folder, assessment, 'office.sqlite')
      const store = await open(address, keyFolder)
      await insertAssessment(store.db, assessment)
      await createParticipation(store, assessment, units)
      const another = () => open(address, keyFolder)
      return { store, assessment, address, keyFolder, another }
    },
    async [Symbol.asyncDispose]() {
      for (const { db } of opened) await db.destroy()
      await postgres?.[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function insertAssessment(db: OfficeDatabase, id: string): Promise<void> {
  const organization = `organization of ${id}`
  await db
    .insertInto('organization')
    .values({ id: organization, name: 'Somewhere', example: 0 })
    .execute()
  await db
    .insertInto('assessment')
    .values({
      id,
      organization_id: organization,
      organization_name: 'Somewhere',
      example: 0,
      name: 'Autumn',
      state: 'frozen',
      revision: 1,
      units: '[]',
      languages: '[]',
      contacts: '{}',
      questions: '{}',
      duties: '{}',
      duty_read: '[]',
    })
    .execute()
}
