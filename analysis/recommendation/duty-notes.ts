import type { ComponentId } from './components.ts'

export type Country = 'SE' | 'NO' | 'NL' | 'RO'

/** A duty of employers that a component helps to meet. Its sentence, with sources and when
 * somebody last checked them, is in the texts under its id. */
export interface DutyNote {
  readonly id: string
  readonly components: readonly ComponentId[]
}

/** What changes the work as such, and so belongs to the duty to assess its risks. */
const riskDirected: readonly ComponentId[] = [
  'psychosocial_redesign',
  'worktime_balance',
  'leader_development',
  'mediation_early',
]

const dignity: readonly ComponentId[] = ['dignity_harassment']
const change: readonly ComponentId[] = ['change_outplacement']

/** By the country whose law applies. Not legal advice, and not complete. */
export const dutyNotes: Readonly<Record<Country, readonly DutyNote[]>> = {
  SE: [
    { id: 'se-afs-2023-1', components: [...riskDirected, ...dignity] },
    { id: 'se-afs-2023-2', components: [...riskDirected, ...dignity] },
    { id: 'se-redundancy-consultation', components: change },
  ],
  NO: [
    { id: 'no-aml-4-3', components: [...riskDirected, ...dignity] },
    { id: 'no-aml-whistleblowing', components: dignity },
    { id: 'no-redundancy-consultation', components: change },
  ],
  NL: [
    { id: 'nl-arbowet-psa', components: [...riskDirected, ...dignity] },
    { id: 'nl-rie', components: riskDirected },
    { id: 'nl-confidential-adviser', components: dignity },
    { id: 'nl-redundancy-consultation', components: change },
  ],
  RO: [
    { id: 'ro-law-319-2006', components: [...riskDirected, ...dignity] },
    { id: 'ro-moral-harassment', components: dignity },
    { id: 'ro-redundancy-consultation', components: change },
  ],
}
