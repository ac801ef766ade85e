import type { CheckedArchive } from './read-archive.ts'

/** What can be done with the backups of one store. */
export interface StoreBackups {
  /** where the store is, without a password */
  readonly place: string
  /**
   * Writes a backup beside the running store.
   *
   * @param withoutKeys also when a survey that goes on has no key file: what it sealed stays out
   * @returns how many rows it has
   * @throws ArchiveProblem
   */
  backUp(path: string, withoutKeys: boolean): Promise<number>
  /**
   * Reads a backup whole, opens with the keys at hand what is sealed in it, and changes nothing.
   *
   * @throws ArchiveProblem
   */
  inspect(path: string): Promise<Inspected>
  /** Puts a backup into the empty place. @throws ArchiveProblem */
  putBack(path: string): Promise<void>
}

/** A backup, and what would follow from putting it back. */
export interface Inspected {
  readonly checked: CheckedArchive
  /** each survey in it */
  readonly surveys: readonly TellOfSurvey[]
  /** what would be lost or different whatever the survey, in sentences */
  readonly always: readonly string[]
}

export interface TellOfSurvey {
  readonly id: string
  readonly name: string
  readonly state: string
  /** what follows for it, in sentences */
  readonly follows: readonly string[]
  /** what no key at hand opens, though it is needed while a survey goes on */
  readonly keyless: readonly string[]
}
