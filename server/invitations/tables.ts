/** Somebody to invite, and the place of their unit they are invited to. */
interface InviteeTable {
  /** random: says nothing of when somebody came onto the list */
  id: string
  assessment_id: string
  unit_id: string
  place: number
  /** null: gets an envelope */
  email: string | null
  name: string | null
  /** null: in the languages of the unit */
  locale: string | null
}

/** How the people of a unit are invited. */
interface InvitationWayTable {
  assessment_id: string
  unit_id: string
  way: string
  /** JSON: language codes */
  languages: string
  /** how often envelopes were printed: each time the ones before stopped working */
  printings: number
}

/** The last batch of mail of an assessment. */
interface MailRoundTable {
  assessment_id: string
  kind: string
  /** what every mail of the batch gives as its date, to the minute */
  dated: string
  /** encrypted, always as long: the places still to be written to; null once all are */
  to_send: string | null
}

/** Who wants no reminders: encrypted, always as long, as some mute them once they have answered. */
interface MuteListTable {
  assessment_id: string
  places: string
}

export interface InvitationTables {
  invitee: InviteeTable
  invitation_way: InvitationWayTable
  mail_round: MailRoundTable
  mute_list: MuteListTable
}
