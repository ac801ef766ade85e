/** Banded response rates, counted once a day; the day and no time, one row in place of the last. */
interface ParticipationTable {
  assessment_id: string
  counted_on: string
  /** JSON: rate bands by unit */
  rates: string
}

/** The opening as it goes on. Its private key is in a file of its own. */
interface UnsealingTable {
  assessment_id: string
  /** made for this one count; X25519, raw, base64url */
  tally_key: string
  /** in how many parts the shares of each key holder are handed out */
  parts: number
  /** why the last count stopped; null while none has */
  stopped_for: string | null
  /** whose shares stopped it, where it was somebody's */
  stopped_by: string | null
}

/** Lets a key holder who has shown the key fetch and deliver. Only its hash is kept. */
interface UnsealingPassTable {
  assessment_id: string
  trustee_id: string
  pass_hash: string
}

/** A part of the shares: sealed to a key holder, or opened by them and sealed to the tally. */
interface SharesTable {
  assessment_id: string
  trustee_id: string
  part: number
  shares: string
}

/** Figures that nobody may see before both sides agree; sealed under a key in a file. */
interface WithheldReleaseTable {
  assessment_id: string
  sealed: string
}

export interface TallyTables {
  participation: ParticipationTable
  unsealing: UnsealingTable
  unsealing_pass: UnsealingPassTable
  sealed_shares: SharesTable
  delivered_shares: SharesTable
  withheld_release: WithheldReleaseTable
}
