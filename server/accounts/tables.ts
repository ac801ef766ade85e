/** better-auth's own tables; only it writes the columns that are not listed. */
interface UserTable {
  id: string
  name: string
  email: string
  twoFactorEnabled: number | null
}

/** How somebody proves who they are: by password, or elsewhere. Written by better-auth alone. */
interface AccountTable {
  userId: string
  providerId: string
}

/** Sessions, second factors and the like: written by better-auth alone, and ended with an account. */
interface OfUserTable {
  userId: string
}

interface VerificationTable {
  value: string
}

/** How often something was guessed at; see `SlowDown`. Times in milliseconds since 1970. */
interface GuessTable {
  name: string
  count: number
  wait_until: number
  forgotten_at: number
}

/** Who worked here once: their names stay theirs. */
interface FormerColleagueTable {
  user_id: string
  organization_id: string
}

interface OrganizationTable {
  id: string
  name: string
  example: number
  /** the day from which nobody works here without a second factor */
  second_factor_from: string | null
}

interface MembershipTable {
  user_id: string
  organization_id: string
}

interface HeldRoleTable {
  user_id: string
  role: string
}

export interface AccountTables {
  user: UserTable
  account: AccountTable
  organization: OrganizationTable
  membership: MembershipTable
  held_role: HeldRoleTable
  session: OfUserTable
  twoFactor: OfUserTable
  verification: VerificationTable
  guess: GuessTable
  former_colleague: FormerColleagueTable
}
