/** What was started, and what to say of it. */
export interface Started extends AsyncDisposable {
  readonly sentences: string
}
