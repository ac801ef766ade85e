import type { ComponentId } from './components.ts'

export type Country = 'SE' | 'NO' | 'NL' | 'RO'

/** The sentences of the notes, `duty.*`. Some say the same in several countries. */
export const dutySentences = [
  'se-afs-2023-1',
  'se-afs-2023-2',
  'se-victimisation',
  'no-aml-4-3',
  'no-aml-whistleblowing',
  'no-redundancy-consultation',
  'no-individual-adjustment',
  'no-akan',
  'nl-arbowet-psa',
  'nl-rie',
  'nl-confidential-adviser',
  'ro-law-319-2006',
  'ro-burnout-bill',
  'ro-moral-harassment',
  'eu-accommodation',
  'redundancy-consultation',
  'tax-of-benefits',
  'domestic-abuse',
  'duty-to-act',
] as const

export type DutySentence = (typeof dutySentences)[number]

/**
 * How far a note can be relied on. `checked`: pages about the rule were read in that month
 * (`2026-11`); the law itself was not, and no lawyer has seen the note. `unverified`: nobody
 * has looked, or what was found contradicts itself.
 */
export type DutyStatus =
  | { readonly kind: 'checked'; readonly month: string; readonly pages: string }
  | { readonly kind: 'unverified' }

/**
 * A rule of a country that a component touches: most often a duty of employers that it helps
 * to meet. `since` is the day from which the rule holds in the wording the note speaks of,
 * where a page names it.
 */
export interface DutyNote {
  readonly id: string
  readonly components: readonly ComponentId[]
  readonly says: DutySentence
  readonly status: DutyStatus
  readonly since: string | null
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
const adjustment: readonly ComponentId[] = ['accommodation_rtw']
const addiction: readonly ComponentId[] = ['substance_programme', 'gambling_support']

const unverified: DutyStatus = { kind: 'unverified' }

const checked = (pages: string): DutyStatus => ({
  kind: 'checked',
  month: '2026-11',
  pages,
})

/** A note whose sentence has the note's own id. */
function note(
  says: DutySentence,
  components: readonly ComponentId[],
  status: DutyStatus,
  since: string | null = null,
): DutyNote {
  return { id: says, components, says, status, since }
}

/** What no one has checked for any of the four countries: taxes, abuse, the duty to act. */
function openQuestions(country: 'se' | 'no' | 'nl' | 'ro'): readonly DutyNote[] {
  const touched = {
    'tax-of-benefits': ['hardship_help', 'perks_recreation'],
    'domestic-abuse': ['domestic_abuse'],
    'duty-to-act': ['crisis_line', 'counselling_individual'],
  } as const
  return (['tax-of-benefits', 'domestic-abuse', 'duty-to-act'] as const).map((says) => ({
    id: `${country}-${says}`,
    components: touched[says],
    says,
    status: unverified,
    since: null,
  }))
}

/** Reasonable accommodation and collective redundancies under the law of the Union. */
function unionLaw(country: 'se' | 'nl' | 'ro'): readonly DutyNote[] {
  return [
    {
      id: `${country}-accommodation`,
      components: adjustment,
      says: 'eu-accommodation',
      status: checked('blogg.forskning.no on article 5 of the directive'),
      since: null,
    },
    {
      id: `${country}-redundancy-consultation`,
      components: change,
      says: 'redundancy-consultation',
      status: unverified,
      since: null,
    },
  ]
}

const afs = checked('av.se; lagpunkten.se')
const aml = checked('finansavisen.no; adeb.no; hjort.no; advokat-tollefsen.no')
const arbowet = checked('vcanieuws.nl; arbocataloguscontactcenters.nl; randstad.nl')

/** By the country whose law applies. Not legal advice, and not complete. */
export const dutyNotes: Readonly<Record<Country, readonly DutyNote[]>> = {
  SE: [
    note('se-afs-2023-1', [...riskDirected, ...dignity], afs, '2025-01-01'),
    note('se-afs-2023-2', [...riskDirected, ...dignity], afs, '2025-01-01'),
    note('se-victimisation', dignity, unverified),
    ...unionLaw('se'),
    ...openQuestions('se'),
  ],
  NO: [
    note('no-aml-4-3', [...riskDirected, ...dignity], aml, '2026-01-01'),
    note('no-aml-whistleblowing', dignity, unverified),
    note('no-redundancy-consultation', change, checked('arbeidstilsynet.no')),
    note(
      'no-individual-adjustment',
      adjustment,
      checked('blogg.forskning.no; regjeringen.no'),
    ),
    note('no-akan', addiction, checked('akan.no')),
    ...openQuestions('no'),
  ],
  NL: [
    note('nl-arbowet-psa', [...riskDirected, ...dignity], arbowet),
    note('nl-rie', riskDirected, arbowet),
    note('nl-confidential-adviser', dignity, unverified),
    ...unionLaw('nl'),
    ...openQuestions('nl'),
  ],
  RO: [
    note('ro-law-319-2006', [...riskDirected, ...dignity], unverified),
    note('ro-burnout-bill', ['psychosocial_redesign', 'worktime_balance'], unverified),
    note(
      'ro-moral-harassment',
      dignity,
      checked('mhlaw.ro; startlawyers.com'),
      '2020-08-10',
    ),
    ...unionLaw('ro'),
    ...openQuestions('ro'),
  ],
}
