import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readBallots } from '#server/ballot-box/slots/keep-ballots.ts'
import { openSlotStore } from '#server/ballot-box/slots/open-slots.ts'
import { StoreKeys } from '#server/ballot-box/slots/store-keys.ts'
import { freePort } from '#server/commands/free-port.ts'
import { type BallotDatabase, openBallots } from '#server/database/ballots.ts'
import { type OfficeDatabase, openOffice } from '#server/database/office.ts'
import { openSigningKey } from '#server/signing-key.ts'
import { fitToOpen, postgresServer } from '../postgres.ts'
import { type Doors, doorsOf } from '../test-server.ts'
import { type Front, frontOf, type Part, startPart } from './processes.ts'

/** Several processes of office and ballot box, each behind one address, on PostgreSQL. */
export interface Installation extends AsyncDisposable {
  readonly doors: Doors
  readonly offices: Part[]
  readonly boxes: Part[]
  readonly db: OfficeDatabase
  /** of office and ballot box */
  readonly databases: readonly [OfficeDatabase, BallotDatabase]
  /** where their keys are */
  readonly folder: string
  /** starts one more process, and lets the address in front hand requests to it */
  another(role: Role): Promise<Part>
  /** ends a process by force; the address in front finds out by itself */
  kill(part: Part): Promise<void>
  /** names of the ballots in the box, as often as they are there */
  nullifiers(assessment: string): Promise<readonly string[]>
}

export type Role = 'office' | 'ballot-box'

export async function anInstallation(
  offices: number,
  boxes: number,
): Promise<Installation> {
  const folder = await mkdtemp(join(tmpdir(), 'groundwork-several-'))
  const postgres = await postgresServer([...fitToOpen, 'max_connections=300'])
  const [office, ballots] = [await postgres.newDatabase(), await postgres.newDatabase()]
  const fronts = { office: await frontOf(), 'ballot-box': await frontOf() }
  const origin = `http://127.0.0.1:${fronts.office.port}`
  const ballotOrigin = `http://127.0.0.1:${fronts['ballot-box'].port}`
  const settings = {
    GROUNDWORK_DATA: folder,
    GROUNDWORK_DATABASE: office,
    GROUNDWORK_BALLOT_DATABASE: ballots,
    GROUNDWORK_ORIGIN: origin,
    GROUNDWORK_BALLOT_ORIGIN: ballotOrigin,
    GROUNDWORK_BALLOT_BOX: ballotOrigin,
    GROUNDWORK_OFFICE_KEY: openSigningKey(join(folder, 'keys', 'installation.key'))
      .publicKey,
  }
  const parts: Record<Role, Part[]> = { office: [], 'ballot-box': [] }
  const another = async (role: Role): Promise<Part> => {
    const port = await freePort()
    const name = role === 'office' ? 'GROUNDWORK_PORT' : 'GROUNDWORK_BALLOT_PORT'
    const part = await startPart(
      { ...settings, GROUNDWORK_ROLE: role, [name]: String(port) },
      port,
    )
    parts[role].push(part)
    front(fronts[role], parts[role])
    return part
  }
  // All at once: they make the same keys and bring the same databases up to date.
  const wanted = [
    ...Array.from({ length: boxes }, () => 'ballot-box' as const),
    ...Array.from({ length: offices }, () => 'office' as const),
  ]
  await Promise.all(wanted.map(another))
  const db = await openOffice(office)
  const opened = await openBallots(ballots)
  return {
    doors: doorsOf(origin, ballotOrigin),
    offices: parts.office,
    boxes: parts['ballot-box'],
    db,
    databases: [db, opened],
    folder,
    another,
    async kill(part) {
      const role = parts.office.includes(part) ? 'office' : 'ballot-box'
      await part.kill()
      parts[role].splice(parts[role].indexOf(part), 1)
      front(fronts[role], parts[role])
    },
    nullifiers: (assessment) => nullifiersIn(opened, folder, assessment),
    async [Symbol.asyncDispose]() {
      await db.destroy()
      await opened.destroy()
      await Promise.all(
        Object.values(parts)
          .flat()
          .map((part) => part.kill()),
      )
      for (const each of Object.values(fronts)) await each[Symbol.asyncDispose]()
      await postgres[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function front(before: Front, parts: readonly Part[]): void {
  before.to = parts.map(({ port }) => port)
}

async function nullifiersIn(
  ballots: BallotDatabase,
  folder: string,
  assessment: string,
): Promise<readonly string[]> {
  const keys = new StoreKeys(join(folder, 'ballot-box', 'keys'))
  const found: string[] = []
  for await (const unit of readBallots(openSlotStore(ballots, keys), assessment)) {
    found.push(
      ...unit.ballots.map(({ nullifier }) => Buffer.from(nullifier).toString('hex')),
    )
  }
  return found
}
