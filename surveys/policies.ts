/** Where people work; each has laws of its own about work and those who do it. */
export type Country = 'se' | 'no' | 'nl' | 'ro' | 'elsewhere'

const everywhere = ['data-protection', 'assessment-conduct', 'same-release'] as const

const byCountry = {
  se: ['se-work-environment'],
  no: ['no-work-environment'],
  nl: ['nl-working-conditions', 'nl-works-council'],
  ro: ['ro-health-safety'],
  elsewhere: ['own-law'],
} as const satisfies Readonly<Record<Country, readonly string[]>>

/**
 * The duties an organization settles before it asks, by the countries its people work in; each
 * has words in `web/texts/prepare`. What they say is ours; it is no legal advice.
 */
export function policiesFor(countries: readonly Country[]): readonly PolicyId[] {
  return [...everywhere, ...countries.flatMap((country) => byCountry[country])]
}

export type PolicyId = (typeof everywhere)[number] | (typeof byCountry)[Country][number]
