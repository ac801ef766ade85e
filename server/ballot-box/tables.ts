/**
 * An assessment as the ballot box knows it: its signed manifest, which everybody can read, the
 * public keys it names, and how far it is. What was cast lies in the slots.
 */
interface BoxTable {
  assessment_id: string
  /** prepared, published, open, closed, shredded: one way */
  state: string
  /** JSON: the signed manifest; null before it is published and after everything is shredded */
  signed: string | null
  /** JSON: public keys in the order of the manifest's units; null when `signed` is */
  unit_keys: string | null
}

/** The session in which the office's commands are obeyed: one for all processes of the box. */
interface CommandSessionTable {
  place: number
  session: string
}

/** Commands of this session that were obeyed, by the random number each has. */
interface CommandObeyedTable {
  once: string
}

export interface BallotBoxTables {
  command_session: CommandSessionTable
  command_obeyed: CommandObeyedTable
  box: BoxTable
}
