/** Whom a batch is of: groups typed in by the organiser, or coded by facilitators. */
export type HeardSource = 'groups' | 'coded-groups' | 'managers'

/** One group or one manager, as it was when it was let in. */
export interface Voice<Said> {
  readonly id: string
  readonly said: Said
}

export interface HeardBatch<Said> {
  readonly number: number
  readonly month: string
  readonly voices: readonly Voice<Said>[]
}
