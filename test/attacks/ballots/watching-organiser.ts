import { readdir, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { collectAsEmployee, sealCast } from '#server/example/answer-as-employee.ts'
import { answersAll } from '../../server/journey.ts'
import { type TestServer, testServer, type Visitor } from '../../server/test-server.ts'
import { officeDoors, pathOf } from './office-doors.ts'
import { openSurveyOf, twoUnitsOf } from './open-survey.ts'
import { Ledger, type Tried } from './tried.ts'

/**
 * Claims 34, 46. People collect and answer one after another. After each, an organiser and the
 * employee side read everything they can ask for, somebody else reads which files there are and
 * how long they are, and the operator reads the log: nothing of it changes from one person to
 * the next, so that nothing of it can tell who has answered, or in which order.
 */
export async function watchPeopleAnswer(people: number): Promise<Tried> {
  await using server = await testServer()
  const survey = await openSurveyOf(server, twoUnitsOf(Math.max(40, people)))
  const { id, manifest, organiser } = survey
  const employeeSide = await server.example('employee-side')
  const look = async () => ({
    'what an organiser can read': await everythingFor(organiser, id),
    'what the employee side can read': await everythingFor(employeeSide, id),
    'which files there are, and their lengths': await filesOf(server),
    'the log': JSON.stringify([server.events, server.boxEvents]),
  })
  const before = await look()
  const ledger = new Ledger()
  for (const [person, code] of survey.codes.slice(0, people).entries()) {
    const ballot = await collectAsEmployee(server.origin, manifest, code)
    const sealed = await sealCast(manifest, ballot, answersAll('often'))
    await server.atBallotBox('PUT', '/ballot', { assessment: id, sealed })
    const after: Readonly<Record<string, string>> = await look()
    for (const [what, seen] of Object.entries(before)) {
      ledger.note(after[what] !== seen, () => `${what} changed with person ${person}`)
    }
  }
  const kept = [...(await server.running.services.box.count(id)).values()]
  const isThere = kept.reduce((sum, count) => sum + count, 0) === people
  ledger.note(!isThere, () => 'the people did not answer, so that nothing was proven')
  return ledger.tried(
    'Watch pages, files and log while people answer one by one',
    [34, 46],
  )
}

/** Every reply to every question that can be asked without a body. */
async function everythingFor(member: Visitor, id: string): Promise<string> {
  const replies: unknown[] = []
  for (const door of Object.keys(officeDoors)) {
    // A path with another id in it leads nowhere, every time to the same words.
    if (!door.startsWith('GET') || door.includes('/material/')) continue
    const { status, body } = await member.get(pathOf(door, { id, assessment: id }))
    replies.push([door, status, body])
  }
  return JSON.stringify(replies)
}

async function filesOf({ folder }: TestServer): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('-journal'))
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted()
  const sizes = files.map(async (path) => [
    relative(folder, path),
    (await stat(path)).size,
  ])
  return JSON.stringify(await Promise.all(sizes))
}
