import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto'
import { writeAccessCode } from '#surveys/ballot/access-code.ts'
import type { Manifest } from '#surveys/ballot/manifest.ts'
import { core } from '#surveys/catalogue.ts'
import type { Organiser } from '../accounts/access.ts'
import { obstacleTo, openAssessment } from '../assessments/change-state.ts'
import type {
  AssessmentId,
  CountedUnit,
  DraftAssessment,
} from '../assessments/contract.ts'
import { draftOf } from '../assessments/find-assessment.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { CodeSheet } from './contract.ts'
import { saveDoor, type UnitKey } from './store.ts'

const smallestGroup = 10

/**
 * Opens the survey: one key pair a reporting unit, one code a person, and the manifest that
 * tells everybody what they take part in. Codes are returned once and kept only as hashes.
 *
 * Each step can be repeated until the last one opens the assessment, so that a crash in
 * between leaves a draft.
 */
export async function openCollecting(
  services: Services,
  organiser: Organiser,
  id: AssessmentId,
): Promise<CodeSheet> {
  const draft = await draftOf(services, organiser, id)
  const obstacle = obstacleTo(draft, services.clock)
  if (obstacle) throw new Refusal(obstacle)

  const keys = draft.counted.map(keyFor)
  const sheets = draft.counted.map(codesFor)
  await saveDoor(
    services.db,
    id,
    keys,
    sheets.flatMap(({ unit, codes }) =>
      codes.map((code) => ({ unit, hash: hashOfCode(code) })),
    ),
  )
  await services.publishManifest(manifestOf(organiser, draft, keys))
  await openAssessment(services, organiser, draft)
  return {
    assessment: id,
    units: sheets.map(({ name, codes }) => ({ name, codes: codes.map(writeAccessCode) })),
  }
}

/** @returns what is kept of a code */
export function hashOfCode(code: Uint8Array): string {
  return createHash('sha256').update('groundwork code 1').update(code).digest('hex')
}

function keyFor({ id }: CountedUnit): UnitKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    unit: id,
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
  }
}

function codesFor({ id, name, headcount }: CountedUnit) {
  const codes = Array.from({ length: headcount }, () => new Uint8Array(randomBytes(16)))
  return { unit: id, name, codes }
}

function manifestOf(
  organiser: Organiser,
  draft: DraftAssessment,
  keys: readonly UnitKey[],
): Manifest {
  const publicKeys = new Map(keys.map(({ unit, publicKey }) => [unit, publicKey]))
  return {
    assessment: draft.id,
    organization: organiser.organization.name,
    example: draft.example,
    questionnaire: core.id,
    languages: draft.languages,
    units: draft.counted.map(({ id, name, headcount }) => ({
      id,
      name,
      headcount,
      publicKey: publicKeys.get(id) ?? '',
    })),
    smallestGroup,
    contacts: draft.contacts,
    resultsBy: draft.resultsBy ?? '',
  }
}
