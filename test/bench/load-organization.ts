import { readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { Assessment } from '#server/assessments/contract.ts'
import { openRegistrar } from '#server/registrar/registrar.ts'
import { saveUnitKey } from '#server/registrar/store.ts'
import type { SignedManifest } from '#surveys/ballot/manifest.ts'
import { keysFromFewPrimes } from '../quick-keys/few-primes.ts'
import { openMail, send, takeList } from '../server/invitations/an-inviting-survey.ts'
import { aDraftToFreeze, freeze, plan, tryKeys } from '../server/journey.ts'
import { anInstallation, type Installation } from '../server/processes/an-installation.ts'
import type { Part } from '../server/processes/processes.ts'
import type { Visitor } from '../server/test-server.ts'
import type { Invited, RunningOrganization, ServerNeeds } from './organization.ts'

/** A survey that everybody was invited to by mail, on two processes of office and ballot box. */
export interface LoadedOrganization extends RunningOrganization {
  readonly id: string
  readonly organiser: Visitor
  /** seconds that the mails took to be written, handed over and written down */
  readonly inviting: number
  /** of each process, in megabytes */
  memoryOfEach(): readonly number[]
  /** of both databases, in bytes */
  databaseBytes(): Promise<number>
}

const headcount = 100

export async function loadOrganization(people: number): Promise<LoadedOrganization> {
  const installation = await anInstallation(2, 2)
  const { doors } = installation
  const units = Math.ceil(people / headcount)
  const names = Array.from({ length: units }, (_, at) => `Unit ${at + 1}`)
  const csv = names.map((name) => `${name},,${headcount}`).join('\n')
  const ready = await aDraftToFreeze(doors, plan, `name,parent,headcount\n${csv}\n`)
  await giveKeys(installation, ready)
  await freeze(ready.organiser, ready.id)
  const { body } = await doors.visitor().get(`/api/manifests/${ready.id}`)
  const { manifest } = body as SignedManifest
  await tryKeys(doors, ready.holders)
  await ready.organiser.post(`/api/office/registrar/${ready.id}/open`)
  await takeList(ready.organiser, ready.id, listOf(names))
  const start = performance.now()
  await send(ready.organiser, ready.id, 'invitation')
  const inviting = (performance.now() - start) / 1e3
  const keys = await openRegistrar(
    installation.db,
    installation.folder,
  ).unitKeys.publicKeysOf(Assessment.options[0].shape.id.parse(ready.id), manifest.units)
  const keyOf = new Map(manifest.units.map(({ id }, at) => [id, keys[at] ?? '']))
  const unitOf = new Map(manifest.units.map(({ id, name }) => [name, id]))
  return {
    ...ready,
    origin: doors.origin,
    ballotOrigin: manifest.ballotBox.origin,
    manifest,
    inviting,
    invited: await invitedBy(join(installation.folder, 'outbox'), unitOf, keyOf),
    needs: async () => needsOf(partsOf(installation)),
    memoryOfEach: () =>
      partsOf(installation).map((part) => inMega(memoryOf(part, 'VmRSS'))),
    databaseBytes: () => bytesOf(installation),
    [Symbol.asyncDispose]: () => installation[Symbol.asyncDispose](),
  }
}

const inMega = (bytes: number): number => Math.round(bytes / 1e6)

const partsOf = ({ offices, boxes }: Installation): readonly Part[] => [
  ...offices,
  ...boxes,
]

/** Freezing finds the keys drawn already: drawing two thousand takes minutes. */
async function giveKeys(
  { db, folder }: Installation,
  { id, organiser }: { readonly id: string; readonly organiser: Visitor },
): Promise<void> {
  const registrar = openRegistrar(db, folder)
  const { body } = await organiser.get(`/api/office/assessments/${id}`)
  const draft = Assessment.parse(body)
  registrar.keys.create(draft.id)
  const keys = keysFromFewPrimes()
  for (const { id: unit } of draft.counted) {
    const { publicKey, privateKey } = keys.next().value
    const pem = Buffer.from(privateKey)
    const sealed = registrar.keys.seal(draft.id, `unit key ${unit}`, pem)
    await saveUnitKey(db, draft.id, { unit, publicKey, sealed })
  }
}

/** The address says the unit, so that who reads a mail knows where its code is counted. */
function listOf(names: readonly string[]): string {
  const lines = names.flatMap((name, unit) =>
    Array.from(
      { length: headcount },
      (_, at) => `${name},u${unit + 1}.p${at}@example.org,Person ${unit} ${at},`,
    ),
  )
  return ['unit,email,name,language', ...lines].join('\n')
}

/** Everybody opens their mail. */
async function invitedBy(
  outbox: string,
  unitOf: ReadonlyMap<string, string>,
  keyOf: ReadonlyMap<string, string>,
): Promise<readonly Invited[]> {
  const files = await readdir(outbox)
  const invited: Invited[] = []
  for (const file of files.filter((name) => name.endsWith('.eml'))) {
    const raw = await readFile(join(outbox, file), 'utf8')
    const { headers, code } = openMail({ to: '', raw })
    const number = /u(\d+)\.p/.exec(headers['to'] ?? '')?.[1]
    const unit = unitOf.get(`Unit ${number}`) ?? ''
    invited.push({ unit, unitKey: keyOf.get(unit) ?? '', code })
  }
  return invited
}

async function bytesOf({ databases }: Installation): Promise<number> {
  let bytes = 0
  for (const db of databases) {
    const { rows } = await sql<{ bytes: number }>`
      select pg_database_size(current_database()) as bytes`.execute(db)
    bytes += rows[0]?.bytes ?? 0
  }
  return bytes
}

/** As Linux counts it; elsewhere nothing is known of other processes. */
function needsOf(parts: readonly Part[]): ServerNeeds {
  const sum = (of: (part: Part) => number): number =>
    parts.reduce((all, part) => all + of(part), 0)
  return {
    memory: sum((part) => memoryOf(part, 'VmRSS')),
    mostMemory: sum((part) => memoryOf(part, 'VmHWM')),
    processor: sum(processorOf),
  }
}

function memoryOf({ process: { pid } }: Part, what: 'VmRSS' | 'VmHWM'): number {
  const text = readProc(`${pid}/status`)
  return Number(new RegExp(`${what}:\\s+(\\d+) kB`).exec(text)?.[1] ?? 0) * 1024
}

const ticksASecond = 100

function processorOf({ process: { pid } }: Part): number {
  const fields = readProc(`${pid}/stat`)
    .replace(/^.*\) /, '')
    .split(' ')
  return ((Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / ticksASecond) * 1e3
}

function readProc(path: string): string {
  try {
    return readFileSync(join('/proc', path), 'utf8')
  } catch {
    return ''
  }
}
