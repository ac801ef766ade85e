/** Long work, for whichever process is asked how far it is. */
interface JobTable {
  id: string
  /** who may ask after it */
  owner: string
  /** what it is about, where it must not be done twice at once */
  subject: string | null
  /** the process that does it */
  holder: string
  state: string
  /** how far it is, 0–1000 */
  thousandths: number
  step: string
  code: string | null
  /** a day */
  ended_on: string | null
}

export interface JobTables {
  job: JobTable
}
