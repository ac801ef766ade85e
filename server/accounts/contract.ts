import { z } from 'zod'

/** The two sides that decide together. */
export const Side = z.enum(['organiser', 'employee-side'])
export type Side = z.infer<typeof Side>

export const Role = z.enum([...Side.options, 'facilitator'])
export type Role = z.infer<typeof Role>

export const OrganizationId = z.uuid().brand<'OrganizationId'>()
export type OrganizationId = z.infer<typeof OrganizationId>

export interface Organization {
  readonly id: OrganizationId
  readonly name: string
  /** invented: nothing is at stake */
  readonly example: boolean
}

const Email = z.email().max(200)
const PersonName = z.string().trim().min(1).max(100)
/** Long rather than strange: length is what protects a password. */
const Password = z.string().min(12).max(200)
const Secret = z.string().min(20).max(100)

export const SetUp = z.object({
  secret: Secret,
  organization: z.string().trim().min(1).max(100),
  name: PersonName,
  email: Email,
  password: Password,
})
export type SetUp = z.infer<typeof SetUp>

export const SignIn = z.object({ email: Email, password: z.string().max(200) })
export type SignIn = z.infer<typeof SignIn>

export const InviteColleague = z.object({ role: Role })

/** The link is shown once; only its hash is kept. */
export const Invitation = z.object({
  link: z.string(),
  role: Role,
  expiresAt: z.iso.datetime(),
})
export type Invitation = z.infer<typeof Invitation>

export const AcceptInvitation = z.object({
  secret: Secret,
  name: PersonName,
  email: Email,
  password: Password,
})
export type AcceptInvitation = z.infer<typeof AcceptInvitation>

/** Who is signed in, as the pages need to know. */
const Me = z.object({
  name: z.string(),
  role: Role,
  organization: z.object({ name: z.string(), example: z.boolean() }),
})

/** What a visitor who is not signed in can do here. */
export const FrontDoor = z.object({
  /** an organization has been set up */
  setUp: z.boolean(),
  /** the example may be opened without signing in: only this machine can reach the server */
  exampleOpen: z.boolean(),
  me: Me.nullable(),
})
export type FrontDoor = z.infer<typeof FrontDoor>
