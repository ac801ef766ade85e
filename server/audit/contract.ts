import { z } from 'zod'

/**
 * What people of the office can be on record with. Nothing here is an act of an employee, a key
 * holder or a manager, and nothing is about a single person who is asked.
 */
export const Action = z.enum([
  'organization-set-up',
  'signed-in',
  'sign-in-slowed',
  'codes-slowed',
  'joined',
  'colleague-invited',
  'role-given',
  'role-taken',
  'role-laid-down',
  'colleague-removed',
  'password-changed',
  'second-factor-on',
  'second-factor-off',
  'backup-codes-made',
  'second-factor-rule',
  'sessions-ended',
  'way-back-granted',
  'way-back-refused',
  'way-back-taken',
  'assessment-planned',
  'plan-changed',
  'plan-approved',
  'duty-agreed',
  'agreement-taken-back',
  'plan-frozen',
  'asking-opened',
  'resume-agreed',
  'key-holder-named',
  'key-holder-dropped',
  'key-rule-set',
  'key-link-made',
  'list-taken',
  'way-chosen',
  'letters-sent',
  'letters-stopped',
  'envelopes-printed',
  'conduct-signed',
  'groups-planned',
  'group-cancelled',
  'coding-locked',
  'figures-kept',
  'figures-discarded',
  'close-agreed',
  'unsealing-begun',
  'count-begun',
  'release-agreed',
  'abort-agreed',
  'component-decided',
  'program-adopted',
  'action-recorded',
  'examination-kept',
  'examination-withdrawn',
  'instrument-kept',
  'instrument-removed',
  'reports-made',
  'year-reported',
  'year-withdrawn',
  'year-published',
  'program-described',
  'material-changed',
  'material-published',
  'sessions-planned',
  'seats-released',
  'backup-made',
  'backup-put-back',
  'outcome-unknown',
])
export type Action = z.infer<typeof Action>

const Hash = z.string().regex(/^[0-9a-f]{64}$/)

/** One act, as it is kept, exported and checked. */
export const AuditEntry = z.strictObject({
  organization: z.string(),
  /** 1 is the first */
  position: z.int().min(1),
  /** to the second; what that could tell of an employee is not on record at all */
  at: z.string(),
  action: Action,
  /** by name, as it was then */
  by: z.string(),
  role: z.string(),
  /** an assessment's id, a colleague's name, a role, or nothing */
  about: z.string(),
  previous: Hash,
  hash: Hash,
})
export type AuditEntry = z.infer<typeof AuditEntry>

/** The newest entries first, and the hash that stands for all of them. */
export const AuditPage = z.object({
  entries: z.array(AuditEntry),
  count: z.int(),
  head: Hash.nullable(),
})
export type AuditPage = z.infer<typeof AuditPage>
