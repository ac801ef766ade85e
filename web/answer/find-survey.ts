import { fromBase64url, utf8 } from '#surveys/ballot/bytes.ts'
import { faultOf } from '#surveys/ballot/check-manifest.ts'
import {
  type Manifest,
  manifestWords,
  type SignedManifest,
} from '#surveys/ballot/manifest.ts'
import { surveyNumber } from '#surveys/ballot/survey-number.ts'
import { isRecord, readRecord } from './ask.ts'
import type { StoppingFault } from './stopping-fault.ts'

/** A survey that may be answered: nothing is wrong with what is said about it. */
export interface Survey {
  readonly manifest: Manifest
  /** computed here, from what will be used here; it takes a moment, on purpose */
  readonly number: () => Promise<string>
}

export type FoundSurvey =
  | { readonly kind: 'found'; readonly survey: Survey }
  | { readonly kind: 'stopped'; readonly fault: StoppingFault }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unreachable' }

/** Fetches the manifest, which is the same for everybody, and checks all that can be. */
export async function findSurvey(assessment: string): Promise<FoundSurvey> {
  const response = await fetchManifest(assessment)
  if (response && response.status >= 400 && response.status < 500) {
    return { kind: 'unknown' }
  }
  const signed = response?.ok ? await readRecord(response) : null
  if (!signed) return { kind: 'unreachable' }
  try {
    return await examine(signed, assessment)
  } catch {
    // Its shape is not one that the checks can even be made of.
    return { kind: 'stopped', fault: 'manifest-malformed' }
  }
}

/**
 * As the browser fetched it already, for a header of the page asks it to: with the same
 * mode, credentials and cache, or it would be fetched again.
 */
async function fetchManifest(assessment: string): Promise<Response | null> {
  try {
    return await fetch(`/api/manifests/${encodeURIComponent(assessment)}`)
  } catch {
    return null
  }
}

async function examine(
  signed: Readonly<Record<string, unknown>>,
  assessment: string,
): Promise<FoundSurvey> {
  if (!isSigned(signed)) return { kind: 'stopped', fault: 'manifest-malformed' }
  const { manifest } = signed
  const fault =
    faultOf(manifest) ??
    (manifest.assessment === assessment ? null : 'manifest-of-another-survey') ??
    ((await isOfItsSigner(signed)) ? null : 'manifest-not-signed')
  if (fault) return { kind: 'stopped', fault }
  let number: Promise<string> | null = null
  const survey: Survey = {
    manifest,
    number() {
      number ??= surveyNumber(manifest)
      return number
    },
  }
  return { kind: 'found', survey }
}

/** Enough to run the checks on; what they do not look at is only ever shown as text. */
function isSigned(
  signed: Readonly<Record<string, unknown>>,
): signed is SignedManifest & Readonly<Record<string, unknown>> {
  const { manifest, signature, signer } = signed
  return (
    isRecord(manifest) &&
    ['units', 'trustees', 'languages'].every((name) => Array.isArray(manifest[name])) &&
    ['organization', 'resultsBy'].every((name) => typeof manifest[name] === 'string') &&
    isRecord(manifest['contacts']) &&
    typeof signature === 'string' &&
    typeof signer === 'string'
  )
}

/**
 * Whether the signature is that of the key beside it. That the key is the right one is what
 * people check who compare the survey number.
 *
 * @returns true also where the browser has no Ed25519
 */
async function isOfItsSigner(signed: SignedManifest): Promise<boolean> {
  const key = fromBase64url(signed.signer)
  const signature = fromBase64url(signed.signature)
  if (!key || !signature) return false
  try {
    const signer = await crypto.subtle.importKey('raw', key, 'Ed25519', false, ['verify'])
    const words = utf8(manifestWords(signed.manifest))
    return await crypto.subtle.verify('Ed25519', signer, signature, words)
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotSupportedError'
  }
}
