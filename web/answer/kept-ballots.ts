import { fromBase64url, sha256, toBase64url, utf8 } from '#surveys/ballot/bytes.ts'

/** What this browser keeps of a ballot until it is used. Never an answer, never a code. */
export interface KeptBallot {
  readonly unit: string
  /** base64url */
  readonly seed: string
  /** base64url; empty until the registrar has signed */
  readonly signature: string
  /** base64url: that the signature is right; empty likewise */
  readonly mark: string
}

/** The ballots of one survey that this browser keeps, by what they were kept for. */
export interface KeptBallots {
  readonly find: (tag: string) => KeptBallot | null
  /** the tag of the only one there is */
  readonly onlyTag: () => string | null
  /** @returns false where the browser keeps nothing */
  readonly keep: (tag: string, ballot: KeptBallot) => boolean
  readonly remove: (tag: string) => void
}

/**
 * Tells the ballots of several people at one browser apart, without keeping their codes.
 *
 * @param secret a code, or what a ballot was carried here with
 */
export async function tagOf(secret: string): Promise<string> {
  const hash = await sha256(utf8(`groundwork kept ballot 1\n${secret}`))
  return toBase64url(hash.subarray(0, 12))
}

export function keptBallots(storage: Storage | null, assessment: string): KeptBallots {
  const prefix = `groundwork ballot ${assessment} `
  const find = (tag: string) => readKept(storage?.getItem(prefix + tag) ?? '')
  return {
    find,
    onlyTag() {
      const [tag, ...others] = namesIn(storage)
        .filter((name) => name.startsWith(prefix))
        .map((name) => name.slice(prefix.length))
        .filter(find)
      return tag !== undefined && others.length === 0 ? tag : null
    },
    keep(tag, ballot) {
      try {
        storage?.setItem(prefix + tag, JSON.stringify(ballot))
        return storage !== null
      } catch {
        return false
      }
    },
    remove: (tag) => storage?.removeItem(prefix + tag),
  }
}

/** @returns null where the browser is set to keep nothing */
export function browserStorage(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}

function namesIn(storage: Storage | null): readonly string[] {
  return Array.from(
    { length: storage?.length ?? 0 },
    (_, place) => storage?.key(place) ?? '',
  )
}

function readKept(text: string): KeptBallot | null {
  try {
    const kept: Partial<KeptBallot> | null = JSON.parse(text)
    const { unit, seed, signature, mark } = kept ?? {}
    if (typeof unit !== 'string' || typeof seed !== 'string') return null
    if (typeof signature !== 'string' || typeof mark !== 'string') return null
    if (fromBase64url(seed)?.length !== 16) return null
    return { unit, seed, signature, mark }
  } catch {
    return null
  }
}
