import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { canonicalJson } from '#surveys/ballot/canonical.ts'
import {
  type Manifest,
  type ManifestTrustee,
  manifestWords,
  type SignedManifest,
} from '#surveys/ballot/manifest.ts'
import { hashOfKey } from '#surveys/ballot/unit-key.ts'
import { composeQuestionnaire } from '#surveys/compose.ts'
import type { ReviewedAssessment } from '../assessments/contract.ts'
import { hashOfPlan, planFrom } from '../assessments/publication-plan.ts'
import type { PreparedBox } from '../box.ts'
import { hashOfEmployeePage } from '../employee-page.ts'
import type { SigningKey } from '../signing-key.ts'

const smallestGroup = 10
const smallestUnit = 16
const answersBytes = 4_096

/** The keys of everybody who takes part. */
export interface ManifestKeys {
  /** public keys by unit, SPKI in base64 */
  readonly units: ReadonlyMap<string, string>
  readonly trustees: readonly ManifestTrustee[]
  readonly trusteesNeeded: number
  readonly ballotBox: PreparedBox
}

/** Says everything that everybody can check about an assessment, in an order of its own. */
export async function buildManifest(
  reviewed: ReviewedAssessment,
  { units, trustees, trusteesNeeded, ballotBox }: ManifestKeys,
): Promise<Manifest> {
  const { id, organization, example, counted, languages, contacts, resultsBy } = reviewed
  const publicationPlan = hashOfPlan(planFrom(reviewed))
  const pages = await hashOfEmployeePage()
  const { questions } = reviewed
  const asked = composeQuestionnaire(questions)
  return {
    version: 2,
    assessment: id,
    organization,
    example,
    questionnaire: {
      id: asked.id,
      hash: sha256(canonicalJson(asked)),
      ...(questions.modules.length > 0 && { modules: questions.modules }),
      ...(questions.own.length > 0 && { own: questions.own }),
    },
    languages,
    units: await listUnits(counted, units),
    people: counted.reduce((sum, { headcount }) => sum + headcount, 0),
    smallestGroup,
    smallestUnit,
    contacts,
    resultsBy: resultsBy ?? '',
    publicationPlan,
    trustees,
    trusteesNeeded,
    ballotBox,
    answersBytes,
    pages,
  }
}

/** So many keys are hashed in a few milliseconds. */
const keysInTurn = 200

async function listUnits(
  counted: ReviewedAssessment['counted'],
  keys: ManifestKeys['units'],
): Promise<Manifest['units']> {
  const units: Manifest['units'][number][] = []
  for (const { id, name, headcount } of counted) {
    if (units.length % keysInTurn === 0) await setImmediate()
    units.push({ id, name, headcount, keyHash: await hashOfKey(keys.get(id) ?? '') })
  }
  return units
}

/** Puts the installation's name under a manifest. */
export function signManifest(manifest: Manifest, key: SigningKey): SignedManifest {
  const signature = key.sign(manifestWords(manifest))
  return { manifest, signature, signer: key.publicKey }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
