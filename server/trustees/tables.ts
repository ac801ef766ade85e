/** Somebody who holds one part of what opens the answers. Of the key, only its public half. */
interface TrusteeTable {
  assessment_id: string
  id: string
  name: string
  side: string
  /** of the link that leads to the key holder's page; null until somebody has asked for one */
  link_hash: string | null
  /** X25519, raw, base64url; null until the holder has made it */
  public_key: string | null
  /** hash of what the holder must answer next; null when nothing was asked */
  expected_answer: string | null
  /** 1 when the holder has shown that the key opens */
  confirmed: number
}

/** How many key holders it takes; two where nothing is said. */
interface KeyRuleTable {
  assessment_id: string
  needed: number
}

export interface TrusteeTables {
  trustee: TrusteeTable
  key_rule: KeyRuleTable
}
