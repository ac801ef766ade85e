import { z } from 'zod'

/** The two sides that decide together. */
export const Side = z.enum(['organiser', 'employee-side'])
export type Side = z.infer<typeof Side>

/** Roles that work with an assessment; nobody holds two of these. */
export const WorkingRole = z.enum([...Side.options, 'facilitator'])
export type WorkingRole = z.infer<typeof WorkingRole>

/** Roles that somebody may hold beside a working role. What they see is then the less. */
export const SecondRole = z.enum(['administrator', 'provider'])
export type SecondRole = z.infer<typeof SecondRole>

export const Role = z.enum([...WorkingRole.options, ...SecondRole.options])
export type Role = z.infer<typeof Role>

export const OrganizationId = z.uuid().brand<'OrganizationId'>()
export type OrganizationId = z.infer<typeof OrganizationId>

export interface Organization {
  readonly id: OrganizationId
  readonly name: string
  /** invented: nothing is at stake */
  readonly example: boolean
}

/** What is asked has been done, and there is no more to say. */
export const Done = z.object({ done: z.literal(true) })

const Email = z.email().max(200)
/** Nothing unseen: the record knows people by name, and two that look alike are one. */
export const PersonName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u)
/** Long rather than strange: length is what protects a password. */
const NewPassword = z.string().min(12).max(200)
const Password = z.string().max(200)
const Secret = z.string().min(20).max(100)

export const SetUp = z.object({
  secret: Secret,
  organization: z.string().trim().min(1).max(100),
  name: PersonName,
  email: Email,
  password: NewPassword,
})
export type SetUp = z.infer<typeof SetUp>

export const SignIn = z.object({ email: Email, password: Password })
export type SignIn = z.infer<typeof SignIn>

/** Whether signing in is done, or waits for the second factor. */
export const SignInStep = z.object({ next: z.enum(['done', 'second-factor']) })
export type SignInStep = z.infer<typeof SignInStep>

/** A code of an app, or one of those kept on paper. */
export const ProveSecondFactor = z.object({
  kind: z.enum(['app', 'backup']),
  code: z.string().trim().min(6).max(20),
})
export type ProveSecondFactor = z.infer<typeof ProveSecondFactor>

export const WithPassword = z.object({ password: Password })

export const ConfirmSecondFactor = ProveSecondFactor.pick({ code: true })

/** With a code as well where there is a second factor: a password alone takes none away. */
export const WithPasswordAndCode = WithPassword.extend({
  code: z.string().trim().max(20),
})
export type WithPasswordAndCode = z.infer<typeof WithPasswordAndCode>

/** What an app needs to know, and ten codes for when it is lost; shown once. */
export const NewSecondFactor = z.object({
  address: z.string(),
  backupCodes: z.array(z.string()),
})
export type NewSecondFactor = z.infer<typeof NewSecondFactor>

export const BackupCodes = NewSecondFactor.pick({ backupCodes: true })
export type BackupCodes = z.infer<typeof BackupCodes>

export const ChangePassword = z.object({ current: Password, wanted: NewPassword })
export type ChangePassword = z.infer<typeof ChangePassword>

export const Sessions = z.array(
  z.object({
    id: z.string(),
    begunAt: z.iso.datetime(),
    usedAt: z.iso.datetime(),
    isThis: z.boolean(),
  }),
)
export type Sessions = z.infer<typeof Sessions>

export const BySession = z.object({ session: z.string().min(1).max(100) })

export const InviteColleague = z.object({ role: Role, email: Email })
export type InviteColleague = z.infer<typeof InviteColleague>

/** The link is shown once; only its hash is kept. */
export const Invitation = z.object({
  link: z.string(),
  role: Role,
  expiresAt: z.iso.datetime(),
})
export type Invitation = z.infer<typeof Invitation>

export const LookAtInvitation = z.object({ secret: Secret })

/** What a link is for, as whoever holds it may know. */
export const Invited = z.object({
  email: z.string(),
  role: Role,
  organization: z.string(),
})
export type Invited = z.infer<typeof Invited>

export const AcceptInvitation = z.object({
  secret: Secret,
  name: PersonName,
  password: NewPassword,
})
export type AcceptInvitation = z.infer<typeof AcceptInvitation>

export const ByUser = z.object({ user: z.string().min(1).max(100) })
export const ByUserAndRole = ByUser.extend({ role: SecondRole })
export const ByRole = z.object({ role: SecondRole })

/** Who works here, as the two sides and administrators may know. */
export const Colleague = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  roles: z.array(Role),
  secondFactor: z.boolean(),
  isMe: z.boolean(),
  /** the sides that have granted a way back in, while it holds */
  wayBack: z.array(Side),
})
export type Colleague = z.infer<typeof Colleague>

export const Colleagues = z.object({
  people: z.array(Colleague),
  /** the day from which nobody works here without a second factor */
  secondFactorFrom: z.iso.date().nullable(),
})
export type Colleagues = z.infer<typeof Colleagues>

export const RequireSecondFactor = z.object({ from: z.iso.date().nullable() })

/** Half of a way back in, shown once to whoever granted it. */
export const HalfWayBack = z.object({ half: z.string(), expiresAt: z.iso.datetime() })
export type HalfWayBack = z.infer<typeof HalfWayBack>

/** Both halves, in any order. */
export const TakeWayBack = z.object({
  halves: z.tuple([Secret, Secret]),
  password: NewPassword,
})
export type TakeWayBack = z.infer<typeof TakeWayBack>

/** Begins to sign in, or to join with a link, by the organization's own accounts. */
export const BeginSingleSignOn = z.object({ secret: Secret.nullable() })

export const SingleSignOnAddress = z.object({ address: z.url() })
export type SingleSignOnAddress = z.infer<typeof SingleSignOnAddress>

/** Who is signed in, as the pages need to know. */
const Me = z.object({
  name: z.string(),
  role: Role,
  roles: z.array(Role),
  organization: z.object({ name: z.string(), example: z.boolean() }),
  secondFactor: z.boolean(),
  /** nothing can be done before a second factor is set up */
  needsSecondFactor: z.boolean(),
})

/** What a visitor who is not signed in can do here. */
export const FrontDoor = z.object({
  /** an organization has been set up */
  setUp: z.boolean(),
  /** the example may be opened without signing in: only this machine can reach the server */
  exampleOpen: z.boolean(),
  /** people can sign in with their organization's own accounts */
  singleSignOn: z.boolean(),
  me: Me.nullable(),
})
export type FrontDoor = z.infer<typeof FrontDoor>
