/** The right to answer once, in one reporting unit. */
export interface Ballot {
  readonly assessment: string
  readonly unit: string
  /** names this ballot and nobody: spent when an answer is cast with it */
  readonly serial: string
  /** the registrar's Ed25519 signature, base64url */
  readonly signature: string
}

/** What the registrar signs, and what the ballot box checks. */
export function signedWords({
  assessment,
  unit,
  serial,
}: Omit<Ballot, 'signature'>): string {
  return `groundwork ballot 1\n${assessment}\n${unit}\n${serial}`
}
