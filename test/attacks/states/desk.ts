import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { disclose } from '#analysis/disclosure/disclose.ts'
import type { Member, Organiser } from '#server/accounts/access.ts'
import { OrganizationId } from '#server/accounts/contract.ts'
import { markFrozen, markOpen, markTallied } from '#server/assessments/change-state.ts'
import type { Assessment, ReviewedAssessment } from '#server/assessments/contract.ts'
import { anyAssessment } from '#server/assessments/find-assessment.ts'
import { hashOfPlan, planFrom } from '#server/assessments/publication-plan.ts'
import type { BallotBox } from '#server/box.ts'
import { openOffice } from '#server/database/office.ts'
import { LonePresence } from '#server/database/presence.ts'
import { openSigningKey } from '#server/signing-key.ts'
import { storeRelease } from '#server/tally/stored-release.ts'
import type { TallyServices } from '#server/tally/tally-services.ts'
import { withholdFigures } from '#server/tally/withheld-figures.ts'
import { keysForManifest, triedKeysOf } from '#server/trustees/key-holders.ts'
import { type Manifest, manifestWords } from '#surveys/ballot/manifest.ts'
import type { SealingKey } from '#surveys/ballot/sealing-key.ts'
import { createTrusteeKey } from '#surveys/ballot/trustee-key.ts'

/** A ballot box that keeps numbers only. */
class CountingBox implements BallotBox {
  answered = 30
  readonly shredded = new Set<string>()
  readonly closed = new Set<string>()

  async prepare(): ReturnType<BallotBox['prepare']> {
    return { origin: 'http://127.0.0.1:1', publicKey: '' }
  }
  async publish(): Promise<void> {}
  async open(): Promise<void> {}
  async close(assessment: string): Promise<void> {
    this.closed.add(assessment)
  }
  async count(assessment: string): Promise<ReadonlyMap<string, number>> {
    if (this.shredded.has(assessment)) throw new Error('nothing is left to count')
    return new Map([['all', this.answered]])
  }
  async *ballots(): ReturnType<BallotBox['ballots']> {}
  async shred(assessment: string): Promise<void> {
    this.shredded.add(assessment)
  }
}

/** A whole office without pages or people: what the use cases of custody reach. */
export interface Desk extends AsyncDisposable {
  readonly services: TallyServices
  readonly box: CountingBox
  /** sets the clock to so many days after the first */
  setDay(day: number): void
  readonly organiser: Member & Organiser
  readonly employeeSide: Member
  /** a key holder's key: drawn once and used again, as drawing takes longest */
  readonly nextKey: () => Promise<SealingKey>
  readonly freezeAs: (reviewed: ReviewedAssessment) => Promise<Assessment>
  readonly openAs: (id: Assessment['id']) => Promise<Assessment>
  readonly tallyAs: (id: Assessment['id']) => Promise<Assessment>
}

const dayOne = Date.parse('2026-11-21T12:00:00Z')
const millisecondsADay = 24 * 3_600_000

export async function aDesk(): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), 'groundwork-desk-'))
  const db = await openOffice(':memory:')
  const organization = {
    id: OrganizationId.parse(crypto.randomUUID()),
    name: 'Fjord Logistics',
    example: true,
  }
  await db
    .insertInto('organization')
    .values({ id: organization.id, name: organization.name, example: 1 })
    .execute()
  let now = dayOne
  const box = new CountingBox()
  const signingKey = openSigningKey(join(folder, 'installation.key'))
  const reached: Omit<TallyServices, 'config' | 'authentication' | 'guessing'> = {
    db,
    clock: { now: () => new Date(now) },
    box,
    signingKey,
    tell: () => {},
    presence: new LonePresence(),
    endCollecting: async () => {},
    exceptionsOf: async () => ({ secondBallots: 0, resumed: 0 }),
    unitKeysOf: async () => [],
  }
  const config = { dataFolder: folder, origin: 'http://127.0.0.1:1' }
  // What custody never reaches is left out.
  const services = { ...reached, config } as TallyServices
  const member = (role: Member['role'], name: string) =>
    ({ userId: name, name, role, organization }) as Member
  const organiser = member('organiser', 'Ingrid') as Organiser
  // Nothing is signed here: random hashes stand for keys.
  const keyHashes = Array.from({ length: 3 }, () => randomBytes(32).toString('base64url'))
  const boxKey = await createTrusteeKey()
  const ring = await Promise.all(Array.from({ length: 40 }, () => createTrusteeKey()))
  let next = 0

  return {
    services,
    box,
    organiser,
    employeeSide: member('employee-side', 'Mihai'),
    setDay(day) {
      now = dayOne + day * millisecondsADay
    },
    async nextKey() {
      next += 1
      return ring[next % ring.length] ?? boxKey
    },
    async freezeAs(reviewed) {
      const manifest: Manifest = {
        version: 2,
        assessment: reviewed.id,
        organization: organization.name,
        example: true,
        questionnaire: { id: 'core', hash: '' },
        languages: reviewed.languages,
        units: reviewed.counted.map(({ id, name, headcount }, at) => ({
          id,
          name,
          headcount,
          keyHash: keyHashes[at] ?? '',
        })),
        people: reviewed.counted.reduce((sum, { headcount }) => sum + headcount, 0),
        smallestGroup: 10,
        smallestUnit: 16,
        contacts: reviewed.contacts,
        resultsBy: reviewed.resultsBy ?? '',
        publicationPlan: hashOfPlan(planFrom(reviewed)),
        ...(await keysForManifest(services, reviewed)),
        ballotBox: { origin: 'http://127.0.0.1:1', publicKey: boxKey.publicKey },
        answersBytes: 4096,
        pages: '',
      }
      const signature = signingKey.sign(manifestWords(manifest))
      const signed = { manifest, signature, signer: signingKey.publicKey }
      return markFrozen(services, organiser, reviewed, signed)
    },
    async openAs(id) {
      const frozen = await anyAssessment(services, id)
      const tried = await triedKeysOf(services, frozen)
      return markOpen(services, organiser, frozen as never, tried)
    },
    async tallyAs(id) {
      const unsealing = await anyAssessment(services, id)
      const plan = planFrom(unsealing as never)
      const release = storeRelease(disclose(plan, nobodyAnswered))
      return db.transaction().execute(async (transaction) => {
        const reach = { ...services, db: transaction }
        const tallied = await markTallied(reach, unsealing as never)
        await withholdFigures(reach, tallied, {
          release,
          notCountable: { kind: 'none' },
        })
        return tallied
      })
    },
    async [Symbol.asyncDispose]() {
      await db.destroy()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const nobodyAnswered = {
  ballots: {},
  constructs: {},
  wanted: null,
  barriers: null,
  crossed: null,
  measured: null,
}
