import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seededRandom } from '#analysis/statistics/random.ts'
import { Assessment } from '#server/assessments/contract.ts'
import type { Manifest, SignedManifest } from '#surveys/ballot/manifest.ts'
import {
  aDraft,
  answersAll,
  approve,
  begin,
  cast,
  close,
  deliver,
  freeze,
  left,
  plan,
  publish,
  type TestKeyHolder,
  tryKeys,
  unseal,
  withKeyHolders,
} from '../server/journey.ts'
import type { Visitor } from '../server/test-server.ts'
import { inventUnits } from './invented-units.ts'
import { type WatchedServer, watchedServer } from './watched-server.ts'

const people = 200_000
const answers = 100_000
/** so many are cast one by one; how many there are otherwise changes no step but these */
const ballots = 40
const inCrowd = Number(process.env['GROUNDWORK_BENCH_CROWD'] ?? 20_000)

interface Survey {
  readonly id: string
  readonly organiser: Visitor
  readonly holders: readonly TestKeyHolder[]
}

/**
 * Measures how long the event loop of a server stands still on the whole way of a survey of
 * 2,000 reporting units, in a process of its own: first the processor time of its thread between
 * two turns, then the delay of a timer of one millisecond, which on a machine that is busy with
 * other things is mostly theirs, as the line "nothing" shows.
 */
export async function timeLoop(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-bench-'))
  try {
    const file = inventFigures(folder)
    await using server = await watchedServer()
    await server.step('nothing', () => new Promise((done) => setTimeout(done, 2_000)))
    const survey = await prepare(server)
    await collect(server, survey)
    await open(server, survey)
    await server.ask({ do: 'figures', id: survey.id, file })
    await read(server, survey)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The release of 100,000 answers from 2,000 units, as it is stored. */
function inventFigures(folder: string): string {
  const made = process.env['GROUNDWORK_BENCH_FIGURES']
  if (made && existsSync(made)) return made
  const file = join(folder, 'release')
  const child = join(import.meta.dirname, 'loop-figures.child.ts')
  execFileSync(process.execPath, [child, `${answers}`, file], { stdio: 'inherit' })
  return file
}

const csvOfUnits = (): string => {
  const units = inventUnits(seededRandom('units'), people)
  const lines = units.map(({ name, parent, headcount }) =>
    // Half of the people: a gigabyte of slots takes long to make.
    [name, parent ?? '', headcount && Math.max(16, Math.floor(headcount / 2))].join(','),
  )
  return ['name,parent,headcount', ...lines].join('\n')
}

async function prepare({ doors, step, ask }: WatchedServer): Promise<Survey> {
  const organiser = await doors.example()
  const { id } = await aDraft(organiser)
  const door = `/api/office/assessments/${id}`
  await organiser.put(`${door}/plan`, plan)
  await step('import units', () => organiser.put(`${door}/units`, { csv: csvOfUnits() }))
  const draft = await step('look at an assessment', () => organiser.get(door))
  const { counted } = Assessment.parse(draft.body)
  console.log(`  ${counted.length} reporting units`)
  const holders = await withKeyHolders(doors, id)
  const { revision } = Assessment.parse((await organiser.get(door)).body)
  await step('approve', () => approve(doors, id, revision))
  await ask({ do: 'keys', id })
  await step('freeze', () => freeze(organiser, id))
  await step('read the manifest', () => organiser.get(`/api/manifests/${id}`))
  await step('draft an impact assessment', () =>
    organiser.get(`/api/office/privacy/${id}/impact-assessment/pdf/en`),
  )
  return { id, organiser, holders }
}

async function collect(server: WatchedServer, { id, organiser, holders }: Survey) {
  const { doors, step, ask } = server
  const door = `/api/office/invitations/${id}`
  const { body } = await doors.visitor().get(`/api/manifests/${id}`)
  const { manifest } = body as SignedManifest
  const csv = ['unit,email']
    .concat(manifest.units.flatMap(listed))
    .join('\n')
    .slice(0, 2_500_000)
    .replace(/\n[^\n]*$/, '')
  console.log(`  ${csv.split('\n').length - 1} people on the list`)
  await step('preview a list of people', () => organiser.post(`${door}/preview`, { csv }))
  await step('take it', () => organiser.put(`${door}/list`, { csv }))
  await step('look at the invitations', () => organiser.get(door))
  const codes = (await step('issue a code for everybody', () =>
    ask({ do: 'codes', id, count: ballots }),
  )) as readonly string[]
  await step('look at the invitations again', () => organiser.get(door))
  const [first, second] = manifest.units.slice(-2).map((unit) => unit.id)
  await step('print the envelopes of two units', () =>
    organiser.post(`${door}/envelopes`, {
      units: [first, second],
      language: 'en',
      again: true,
    }),
  )
  await tryKeys(doors, holders)
  await step('open', () => organiser.post(`/api/office/registrar/${id}/open`))
  await step('collect and cast ballots', async () => {
    for (const code of codes) await cast(doors, { manifest }, code, answersAll('often'))
  })
  await step('see who wishes to collect again', () =>
    organiser.get(`/api/office/registrar/${id}/wishes`),
  )
  await step('count participation', () => ask({ do: 'daily' }))
  await step('see participation', () =>
    organiser.get(`/api/office/tally/${id}/participation`),
  )
}

function listed({ id, name, headcount }: Manifest['units'][number]): readonly string[] {
  return Array.from({ length: headcount }, (_, at) => `${name},${at}@${id}.example`)
}

async function open(server: WatchedServer, survey: Survey): Promise<void> {
  const { doors, step, ask } = server
  const { id, organiser, holders } = survey
  await step('close', () => close(doors, survey))
  await ask({ do: 'crowd', count: inCrowd })
  await step(`lay out the shares of ${inCrowd}`, () => unseal(survey))
  await step('see how far the opening is', () =>
    organiser.get(`/api/office/tally/${id}/unsealing`),
  )
  await step(`hand over what was delivered of ${inCrowd}`, async () => {
    for (const holder of holders.slice(0, 2)) await deliverNoise(server, holder)
    await stopped(survey)
  })
  await ask({ do: 'crowd', count: 0 })
  for (const holder of holders.slice(1)) await deliver(doors, holder)
  await step('count', () => left(organiser, id, 'unsealing'))
}

/** As many bytes as opened shares are, of no use. */
async function deliverNoise({ doors }: WatchedServer, holder: TestKeyHolder) {
  const { pass, parts } = await begin(doors, holder)
  const sealed = 'A'.repeat(100_000)
  for (let part = 0; part < parts; part += 1) {
    await doors.visitor().post('/api/key-holder/opening/deliver', { pass, part, sealed })
  }
}

async function stopped({ id, organiser }: Survey): Promise<void> {
  for (;;) {
    const { body } = await organiser.get(`/api/office/tally/${id}/unsealing`)
    if ((body as { stopped: unknown }).stopped) return
    await new Promise((done) => setTimeout(done, 100))
  }
}

const route = {
  provider: 'Harbour',
  phone: '123456',
  portal: '',
  hours: 'always',
  sessions: 6,
  family: true,
}

async function read({ doors, step }: WatchedServer, survey: Survey): Promise<void> {
  const { id, organiser } = survey
  const programs = `/api/office/programs/${id}`
  await step('publish, sign and shred', () => publish(doors, survey))
  await step('see the results', () => organiser.get(`/api/office/results/${id}`))
  await step('see them again', () => organiser.get(`/api/office/results/${id}`))
  await step('keep the signed release', () =>
    organiser.get(`/api/office/results/${id}/signed`),
  )
  await step('see the program', () => organiser.get(programs))
  await step('plan within a budget', () =>
    organiser.get(`${programs}/portfolio?budget=40`),
  )
  await step('decide', () =>
    organiser.post(`${programs}/decisions`, {
      component: 'perks_recreation',
      choice: { verdict: 'adopt', reason: 'as a bench does' },
    }),
  )
  await step('adopt', () => organiser.post(`${programs}/adoption`))
  await organiser.put(`/api/office/orientation/${id}/route`, route)
  await step('make slides', () =>
    organiser.get(`/api/office/orientation/${id}/material/slides/en`),
  )
  await step('make a handout', () =>
    organiser.get(`/api/office/orientation/${id}/material/handout/en`),
  )
}
