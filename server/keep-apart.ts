import { X509Certificate } from 'node:crypto'
import type { Certificate } from './read-address.ts'
import { isLoopback } from './read-setting.ts'
import { WrongSettings } from './wrong-settings.ts'

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
 * @throws WrongSettings saying what to change
 */
export function refuseOneHost({ office, ballotBox, certificates }: Hosts): void {
  const names = [office, ballotBox].map((origin) => new URL(origin).hostname)
  if (names.every(isLoopback)) return
  if (names[0] === names[1]) {
    throw new WrongSettings([
      `Office and ballot box have the same host name, ${names[0]}: give the ballot box a name of its own, for example with GROUNDWORK_BALLOT_ORIGIN=https://ballots.example.org`,
    ])
  }
  for (const certificate of certificates) {
    if (certificate && names.every((name) => covers(certificate, name))) {
      throw new WrongSettings([
        `One certificate is valid for office and ballot box, ${names.join(' and ')}: use two`,
      ])
    }
  }
}

function covers({ cert }: Certificate, name: string): boolean {
  const certificate = new X509Certificate(cert)
  return Boolean(certificate.checkHost(name) ?? certificate.checkIP(name))
}

/** @throws WrongSettings when both would write to one database */
export function refuseOneDatabase(office: string, ballotBox: string): void {
  if (office !== ballotBox) return
  throw new WrongSettings([
    'GROUNDWORK_DATABASE and GROUNDWORK_BALLOT_DATABASE are the same: the ballot box needs a database of its own',
  ])
}
