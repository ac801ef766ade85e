/** Where figures taken together tell of too few people. */
export interface Fault {
  /** by place among the crossing's divisions; −1 for the organization */
  readonly division: number
  /** the background questions it has to do with, as far as that is known */
  readonly filters: readonly number[]
}
