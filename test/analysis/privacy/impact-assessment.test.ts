import { describe, expect, it } from 'vitest'
import { impactAssessment } from '#analysis/privacy/impact-assessment.ts'
import type { Manifest } from '#surveys/ballot/manifest.ts'
import { locales } from '#surveys/locale.ts'

const manifest: Manifest = {
  version: 2,
  assessment: '0b6c1a52-0d6a-4d0e-9d0e-7f1f5b1c0a11',
  organization: 'Fjord Logistics',
  example: false,
  questionnaire: { id: 'core-1', hash: '00' },
  languages: ['en', 'ro'],
  units: [
    { id: 'north', name: 'Warehouse North', headcount: 40, keyHash: 'n' },
    { id: 'night', name: 'Night shift', headcount: 18, keyHash: 'm' },
  ],
  people: 58,
  smallestGroup: 10,
  smallestUnit: 16,
  contacts: { en: [{ name: 'Emergency', phone: '112' }] },
  resultsBy: '2027-01-03',
  publicationPlan: '00',
  trustees: [
    { id: 'a', name: 'Mihai Pop', side: 'employee-side', publicKey: 'a' },
    { id: 'b', name: 'Nordlys', side: 'provider', publicKey: 'b' },
    { id: 'c', name: 'Ingrid Vik', side: 'organiser', publicKey: 'c' },
  ],
  trusteesNeeded: 2,
  ballotBox: { origin: 'https://ballots.example.org', publicKey: 'x' },
  answersBytes: 4096,
  pages: '00',
}
const number = 'K7Q2-9MXD-04TB-WZ6E'

describe('The draft of an impact assessment', () => {
  it.each(locales)('says in %s what the manifest says', (locale) => {
    const written = JSON.stringify(impactAssessment({ manifest, number }, locale))

    for (const fact of [
      'Fjord Logistics',
      number,
      '58',
      'Warehouse North',
      'Night shift',
      'Mihai Pop',
      'Nordlys',
      'Ingrid Vik',
      'https://ballots.example.org',
      '2027-01-03',
    ]) {
      expect(written).toContain(fact)
    }
  })

  it.each(locales)(
    'leaves open in %s, visibly, what only the organization can say',
    (locale) => {
      const { sections } = impactAssessment({ manifest, number }, locale)

      const open = sections
        .flatMap(({ blocks }) => blocks)
        .filter((block) => block.kind === 'callout' && /^\[.+\]$/.test(block.text))
      expect(open).toHaveLength(7)
    },
  )

  it('says of an example that it is invented', () => {
    const example = { ...manifest, example: true }

    const { footer } = impactAssessment({ manifest: example, number }, 'en')

    expect(footer).toContain('invented')
  })
})
