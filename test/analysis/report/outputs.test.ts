import { describe, expect, it } from 'vitest'
import { outlineOf } from '#analysis/disclosure/outline.ts'
import type { Need, Needs } from '#analysis/needs/need.ts'
import type { Document, Section } from '#analysis/orientation/document.ts'
import { awaitingPage, employeePage } from '#analysis/report/employee-page.ts'
import { leadersDeck } from '#analysis/report/leaders-deck.ts'
import { leadersReport } from '#analysis/report/leaders-report.ts'
import { managerSheet } from '#analysis/report/manager-sheet.ts'
import { firstNeeds, strengthsIn } from '#analysis/report/standing-out.ts'
import { renderPlainText } from '#server/documents/plain-text.ts'
import { locales } from '#surveys/locale.ts'
import { aReport, published } from './a-release.ts'

const report = aReport()
const { release, needs } = report
const told = { published, release: outlineOf(release), needs }
const will = {
  on: '2026-12-01',
  components: ['psychosocial_redesign', 'counselling_individual'] as const,
}

const asBooks = (name: string) => `../expected/reports/${name}.txt`
const headings = ({ sections }: Document): readonly string[] =>
  sections.map(({ title }) => title)
const kindsIn = ({ blocks }: Section): readonly string[] => blocks.map(({ kind }) => kind)

describe.each(locales)('what is told of a release in %s', (locale) => {
  it('reads as it was proofread: the report, without the numbers of the method', async () => {
    const whole = leadersReport(report, locale)
    const sections = whole.sections.slice(0, -1)

    const text = renderPlainText({ ...whole, sections })

    await expect(text).toMatchFileSnapshot(asBooks(`report-${locale}`))
  })

  it('reads as it was proofread: the slides with their notes', async () => {
    const text = renderPlainText(leadersDeck(report, locale))

    await expect(text).toMatchFileSnapshot(asBooks(`deck-${locale}`))
  })

  it('reads as it was proofread: the sheets for managers', async () => {
    const sheets = [null, 'u01', 'u03'].map((unit) =>
      renderPlainText(managerSheet(report, unit, locale)),
    )

    await expect(sheets.join('\n')).toMatchFileSnapshot(asBooks(`sheets-${locale}`))
  })

  it('reads as it was proofread: the page for employees, before and after', async () => {
    const pages = [
      awaitingPage(
        published,
        { kind: 'promised', by: '2027-01-15', isLate: false },
        locale,
      ),
      awaitingPage(
        published,
        { kind: 'promised', by: '2027-01-15', isLate: true },
        locale,
      ),
      awaitingPage(published, { kind: 'ended', because: 'too-few-answers' }, locale),
      employeePage({ ...told, will: null }, locale),
      employeePage({ ...told, will }, locale),
    ]

    const text = pages.map(renderPlainText).join('\n')

    await expect(text).toMatchFileSnapshot(asBooks(`told-${locale}`))
  })
})

describe('what stands out', () => {
  it('is at most three needs, and the same three everywhere', () => {
    const first = firstNeeds(needs).map(({ construct }) => construct)
    const [lead] = employeePage({ ...told, will: null }, 'en').sections.slice(2, 3)
    const [slide] = leadersDeck(report, 'en').sections

    expect(first).toEqual(['work.demands', 'bio.sleep', 'help.trust'])
    expect(lead?.blocks).toEqual(slide?.blocks)
  })

  it('calls nothing a strength that is rare or sensitive', () => {
    const low = needs.needs.filter(({ band }) => band === 'low')

    const strengths = strengthsIn(needs).map(({ construct }) => construct)

    expect(low.map(({ construct }) => construct)).toEqual(
      expect.arrayContaining(['work.violence', 'soc.finance', 'work.role']),
    )
    expect(strengths).toEqual(['work.role'])
  })
})

describe('the page for employees', () => {
  it('begins with somewhere to turn to, also before there are results', () => {
    const pages = [
      employeePage({ ...told, will }, 'nl'),
      awaitingPage(
        published,
        { kind: 'promised', by: '2027-01-15', isLate: false },
        'nl',
      ),
    ]

    for (const { sections } of pages) {
      const [first] = sections
      expect(first && kindsIn(first)).toEqual(['contacts'])
      expect(first?.blocks).toEqual([
        { kind: 'contacts', contacts: [{ name: 'Emergency', phone: '112' }] },
      ])
    }
  })

  it('tells what changes at work before any help for persons', () => {
    const page = employeePage({ ...told, will }, 'en')

    const section = page.sections.find(({ title }) => title === 'What we will do')

    expect(section?.blocks.slice(1)).toMatchObject([
      { text: 'This changes at work:' },
      { items: [expect.stringMatching(/^Better workload/)] },
      { text: 'This help is offered:' },
      { items: [expect.stringMatching(/^Short-term counselling/)] },
    ])
  })

  const needsAs = (changed: Partial<Need>): Needs => ({
    ...needs,
    needs: needs.needs.map((need) => ({ ...need, ...changed })),
  })
  const firstIn = (assessed: Needs) => {
    const { sections } = employeePage({ ...told, needs: assessed, will: null }, 'en')
    return sections.find(({ title }) => title === 'What matters most')?.blocks
  }

  it('names a need alone, without a score, where it may not be said in people', () => {
    const blocks = firstIn(needsAs({ people: null }))

    expect(blocks).toMatchObject([
      {
        items: [
          'Workload and pace',
          'Sleep and recovery',
          'Doubt that help stays private',
        ],
      },
    ])
  })

  it('names nothing rare or sensitive, unless it may be said in people', () => {
    const guarded = needs.needs.filter(({ construct }) =>
      ['work.violence', 'soc.finance'].includes(construct),
    )
    const high = guarded.map((need) => ({ ...need, band: 'high' as const }))
    const unsaid = high.map((need) => ({ ...need, people: null }))

    const withPeople = firstIn({ ...needs, needs: high })
    const without = firstIn({ ...needs, needs: unsaid })

    expect(high.map(({ people }) => people === null)).toEqual([false, false])
    expect(withPeople).toMatchObject([
      { items: [expect.stringContaining('of 250'), expect.stringContaining('of 250')] },
    ])
    expect(without).toEqual([{ kind: 'paragraph', text: 'No need can be shown.' }])
  })

  it('says nothing of units', () => {
    const text = renderPlainText(employeePage({ ...told, will }, 'en'))

    expect(text).not.toMatch(/U0[123]/)
  })
})

describe('the sheet for managers', () => {
  it('says of a unit that is not shown that it is not, and none of its figures', () => {
    const sheet = managerSheet(report, 'u03', 'en')

    const [, unit] = sheet.sections

    expect(release.units.find(({ id }) => id === 'u03')?.answered.kind).toBe('hidden')
    expect(unit?.blocks).toEqual([
      expect.objectContaining({ text: expect.stringMatching(/^Nothing can be shown/) }),
    ])
  })

  it('shows of a unit what the release says, to the figure', () => {
    const sheet = managerSheet(report, 'u01', 'en')

    const mean = release.constructs['work.demands']?.units['u01']?.meanNeed
    const [table] = sheet.sections[1]?.blocks.filter(({ kind }) => kind === 'table') ?? []
    expect(mean?.kind).toBe('shown')
    expect(table).toMatchObject({
      rows: expect.arrayContaining([
        ['Workload and pace', expect.anything(), String(Object(mean).value)],
      ]),
    })
  })

  it('is made of no unit that the release does not know', () => {
    expect(() => managerSheet(report, 'u99', 'en')).toThrow(RangeError)
  })
})

describe('the slides', () => {
  it('have something to say on every slide but the help and the origin', () => {
    const { sections } = leadersDeck(report, 'en')

    const silent = sections.filter(({ notes }) => notes.length === 0)

    expect(silent.map(({ title }) => title)).toEqual([
      'If somebody needs help now',
      'Where these figures come from',
    ])
  })

  it('have the same headings in every language, in number', () => {
    const counts = locales.map((locale) => headings(leadersDeck(report, locale)).length)

    expect(new Set(counts).size).toBe(1)
  })
})
