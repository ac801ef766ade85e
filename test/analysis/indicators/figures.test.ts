import { describe, expect, it } from 'vitest'
import { figuresBeside } from '#analysis/indicators/beside-need.ts'
import { indicatorIds, indicatorOf } from '#analysis/indicators/catalogue.ts'
import { doubtOf, figureFault } from '#analysis/indicators/check-figure.ts'
import { sourceFault } from '#analysis/indicators/check-source.ts'
import type { HrFigure, HrGroup } from '#analysis/indicators/figure.ts'
import { toPeriod } from '#analysis/indicators/period.ts'
import { constructs } from '#surveys/constructs.ts'

const today = '2026-11-21'
const whole: HrGroup = { unit: null, headcount: 420 }
const unit: HrGroup = { unit: 'hall', headcount: 36 }
const large: HrGroup = { unit: 'yard', headcount: 45 }

const figure = (over: Partial<HrFigure>): HrFigure => ({
  unit: null,
  indicator: 'absence.short',
  period: toPeriod('2025'),
  value: 4.8,
  people: null,
  source: 'Payroll',
  ...over,
})

describe('a figure', () => {
  it.each([
    ['of short absence in a small unit', figure({}), unit],
    [
      'of long absence, with eight people',
      figure({ indicator: 'absence.long', people: 8 }),
      large,
    ],
    [
      'of nobody having an accident',
      figure({ indicator: 'accidents.count', value: 0 }),
      unit,
    ],
    ['of five accidents', figure({ indicator: 'accidents.count', value: 5 }), unit],
    ['of half a year', figure({ period: toPeriod('2026-H1') }), unit],
    [
      'of a reason that six of ten leavers named',
      figure({ indicator: 'exit.workload', value: 6, people: 10 }),
      whole,
    ],
  ])('%s may be told', (_, told, group) => {
    expect(figureFault(told, group, today)).toBeNull()
  })

  it.each([
    ['period-running', figure({ period: toPeriod('2026') }), whole],
    ['period-old', figure({ period: toPeriod('2020') }), whole],
    ['year-only', figure({ indicator: 'turnover', period: toPeriod('2025-H1') }), whole],
    [
      'organization-only',
      figure({ indicator: 'exit.role', value: 6, people: 12 }),
      large,
    ],
    ['large-units-only', figure({ indicator: 'eap-use', value: 20 }), unit],
    ['large-units-only', figure({ indicator: 'absence.long', people: 9 }), unit],
    ['impossible', figure({ value: 104 }), whole],
    ['impossible', figure({ indicator: 'accidents.count', value: 200 }), unit],
    ['people-missing', figure({ indicator: 'absence.long' }), whole],
    ['people-missing', figure({ indicator: 'absence.long', people: 0 }), whole],
    ['people-too-many', figure({ indicator: 'absence.long', people: 900 }), whole],
    ['people-too-many', figure({ indicator: 'exit.role', value: 13, people: 12 }), whole],
    ['few-interviews', figure({ indicator: 'exit.role', value: 6, people: 9 }), whole],
    ['few-people', figure({ indicator: 'exit.role', value: 4, people: 12 }), whole],
    ['few-people', figure({ indicator: 'absence.long', people: 4 }), whole],
    ['few-people', figure({ indicator: 'accidents.count', value: 1 }), whole],
    ['few-people', figure({ indicator: 'near-misses', value: 4 }), unit],
  ])('is refused as %s', (fault, told, group) => {
    expect(figureFault(told, group, today)).toBe(fault)
  })

  it('that is a share is the number of people it is a share of', () => {
    const turnover = (value: number) =>
      figureFault(figure({ indicator: 'turnover', value }), unit, today)

    expect([8.3, 11.1, 13.9].map(turnover)).toEqual(['few-people', 'few-people', null])
  })

  it('that is a rate of accidents is the number of accidents', () => {
    const rate = (value: number, period: string) =>
      figureFault(
        figure({ indicator: 'accidents.rate', value, period: toPeriod(period) }),
        { unit: null, headcount: 100 },
        today,
      )

    // 100 people work about 170,000 hours a year: 20 per million hours are 3.4 accidents.
    expect(rate(20, '2025')).toBe('few-people')
    expect(rate(30, '2025')).toBeNull()
    expect(rate(30, '2025-H1')).toBe('few-people')
  })

  it.each([
    ['low', 0.048],
    [null, 4.8],
    ['high', 48],
  ])('is doubted as %s at %d percent of short absence', (doubt, value) => {
    expect(doubtOf(figure({ value }), whole)).toBe(doubt)
  })
})

describe('a source', () => {
  it.each(['Payroll', 'HR-system 2024/2025', 'Lönesystemet, uttag 2026-01-15'])(
    'such as %s says where a figure comes from',
    (source) => {
      expect(sourceFault(source)).toBeNull()
    },
  )

  it.each([
    ['missing', ''],
    ['long', 'x'.repeat(61)],
    ['personal', 'ada@people.example'],
    ['personal', 'Ask 0701234567'],
    ['personal', '800101-1234'],
    ['personal', '1850101123456'],
    ['personal', '010180 12345'],
  ])('is refused as %s: %s', (fault, source) => {
    expect(sourceFault(source)).toBe(fault)
  })
})

describe('beside a need', () => {
  it('stands the newest figure of the whole organization, and none of a unit', () => {
    const figures = [
      figure({ period: toPeriod('2024'), value: 4 }),
      figure({ period: toPeriod('2025-H1'), value: 5 }),
      figure({ period: toPeriod('2025-H2'), value: 6 }),
      figure({ unit: 'hall', value: 9 }),
      figure({ indicator: 'vacancies', value: 7 }),
    ]

    const beside = figuresBeside('psy.exhaustion', figures)

    expect(beside.map(({ value }) => value)).toEqual([6])
  })

  it('stands nothing that would explain what few people have', () => {
    const rare = indicatorIds
      .flatMap((id) => indicatorOf(id).beside)
      .filter((construct) => constructs[construct].rare)

    expect(rare).toEqual([])
  })
})
