/** What is wrong with imported data: where, what is expected there, what to do about it. */
export class ImportProblem extends Error {
  readonly where: string
  readonly expected: string
  readonly remedy: string

  constructor(where: string, expected: string, remedy: string) {
    super(`${where}: expected ${expected}. Remedy: ${remedy}.`)
    this.name = 'ImportProblem'
    this.where = where
    this.expected = expected
    this.remedy = remedy
  }
}
