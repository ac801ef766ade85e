import { X509Certificate } from 'node:crypto'
import type { Certificate } from './read-address.ts'
import { isLoopback } from './read-setting.ts'

interface Hosts {
  /** origin */
  readonly office: string
  /** origin */
  readonly ballotBox: string
  /** those that this process serves with */
  readonly certificates: readonly (Certificate | null)[]
}

/**
 * Away from this machine office and ballot box have host names of their own, and no
 * certificate is valid for both: browsers share connections between names that one
 * certificate covers, and so would tell that two requests come from one person.
 *
 * @throws RangeError saying what to change
 */
export function refuseOneHost({ office, ballotBox, certificates }: Hosts): void {
  const names = [office, ballotBox].map((origin) => new URL(origin).hostname)
  if (names.every(isLoopback)) return
  if (names[0] === names[1]) {
    throw new RangeError(
      `Office and ballot box have the same host name, ${names[0]}: give the ballot box a name of its own`,
    )
  }
  for (const certificate of certificates) {
    if (certificate && names.every((name) => covers(certificate, name))) {
      throw new RangeError(
        `One certificate is valid for office and ballot box, ${names.join(' and ')}: use two`,
      )
    }
  }
}

function covers({ cert }: Certificate, name: string): boolean {
  const certificate = new X509Certificate(cert)
  return Boolean(certificate.checkHost(name) ?? certificate.checkIP(name))
}

/** @throws RangeError when both would write to one database */
export function refuseOneDatabase(office: string, ballotBox: string): void {
  if (office !== ballotBox) return
  throw new RangeError(
    'GROUNDWORK_DATABASE and GROUNDWORK_BALLOT_DATABASE are the same: the ballot box needs a database of its own',
  )
}
