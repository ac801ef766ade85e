import type {
  AnsweredBand,
  Cell,
  Disclosed,
  Figure,
  RateBand,
  Release,
} from '../disclosure/disclosed.ts'

/** Of whom a figure of a release is. */
export interface RowSubject {
  readonly level: 'organization' | 'unit' | 'group'
  /** id and name of the unit or division; empty for the organization */
  readonly unitId: string
  readonly unit: string
  /** background question and answer; empty but for groups */
  readonly background: string
  readonly category: string
}

/** How a value is to be read. */
export const readings = [
  'shown',
  'at-most',
  'at-least',
  'band',
  'step',
  'hidden',
] as const
export type Reading = (typeof readings)[number]

/** One published figure, or the place of one that is not published. */
export interface ReleaseRow extends RowSubject {
  /** what it is about: `people`, a construct, `item.…`, `wanted.…`, `barrier.…`, `answering` … */
  readonly about: string
  readonly figure: string
  readonly reading: Reading
  /** the figure, or the lower end of its band; null where it is hidden */
  readonly value: number | null
  /** the upper end of a band; null for anything else */
  readonly upper: number | null
}

type Read = Pick<ReleaseRow, 'reading' | 'value' | 'upper'>

/**
 * Everything that was published, a row for each figure, hidden ones included: that a figure is
 * hidden was published as well. Nothing is computed.
 */
export function* releaseRows(release: Disclosed<Release>): Generator<ReleaseRow> {
  const { organization, units, groups } = release
  const whole = subject('organization')
  const ofUnit = new Map(units.map(({ id, name }) => [id, subject('unit', id, name)]))
  const ofGroup = new Map(
    groups.map(({ id, unit, filter, category }) => {
      const name = (unit && ofUnit.get(unit)?.unit) ?? ''
      return [id, { ...subject('group', unit ?? '', name), background: filter, category }]
    }),
  )
  yield* peopleRows(whole, organization)
  yield { ...whole, about: 'people', figure: 'returns', ...band(organization.returns) }
  for (const unit of units) {
    yield* peopleRows(ofUnit.get(unit.id) ?? whole, unit)
  }
  for (const [construct, cells] of Object.entries(release.constructs)) {
    yield* cellRows(whole, construct, cells.organization)
    for (const [id, cell] of Object.entries(cells.units)) {
      yield* cellRows(ofUnit.get(id) ?? subject('unit', id), construct, cell)
    }
    for (const [id, cell] of Object.entries(cells.groups)) {
      yield* cellRows(ofGroup.get(id) ?? subject('group', id), construct, cell)
    }
  }
  for (const row of measuredRows(release)) yield { ...whole, ...row }
}

type Measured = Omit<ReleaseRow, keyof RowSubject>

/** What is published of the whole organization only. */
function* measuredRows(release: Disclosed<Release>): Generator<Measured> {
  yield* shares('wanted', release.wanted)
  yield* shares('barrier', release.barriers)
  for (const [item, { declined, chosen }] of Object.entries(release.items)) {
    yield { about: `item.${item}`, figure: 'declined', ...read(declined) }
    for (const [option, figure] of Object.entries(chosen)) {
      yield { about: `item.${item}`, figure: `chosen.${option}`, ...read(figure) }
    }
  }
  yield* scaleRows(release)
  const { complete, straightLines, lastPart } = release.answering
  yield { about: 'answering', figure: 'complete', ...read(complete) }
  yield { about: 'answering', figure: 'straight-lines', ...read(straightLines) }
  for (const [part, figure] of Object.entries(lastPart)) {
    yield { about: 'answering', figure: `last-part.${part}`, ...read(figure) }
  }
  const { weighting } = release
  const weights = weighting.kind === 'shown' ? weighting : null
  yield number('weighting', 'design-effect', weights?.designEffect)
  yield number('weighting', 'effective-share', weights?.effectiveShare)
}

function* scaleRows({
  scales,
  grouping,
  drivers,
}: Disclosed<Release>): Generator<Measured> {
  for (const [construct, scale] of Object.entries(scales)) {
    const known = scale.kind === 'shown' ? scale : null
    yield number(construct, 'alpha', known?.alpha)
    yield number(construct, 'alpha-low', known?.interval?.low)
    yield number(construct, 'alpha-high', known?.interval?.high)
    yield number(construct, 'omega', known?.omega)
    for (const [item, rest] of Object.entries(known?.itemRest ?? {})) {
      yield number(construct, `item-rest.${item}`, rest)
    }
  }
  for (const [construct, group] of Object.entries(grouping)) {
    const known = group.kind === 'shown' ? group : null
    yield number(construct, 'icc1', known?.icc1)
    yield number(construct, 'icc2', known?.icc2)
  }
  if (drivers.kind === 'hidden') return
  for (const { construct, weight } of drivers.weights) {
    yield number(construct, 'driver-weight', weight)
  }
}

function* peopleRows(
  of: RowSubject,
  people: {
    readonly headcount: number | null
    readonly answered: AnsweredBand
    readonly responseRate: RateBand
  },
): Generator<ReleaseRow> {
  const about = 'people'
  if (people.headcount !== null) {
    yield { ...of, ...number(about, 'headcount', people.headcount) }
  }
  yield { ...of, about, figure: 'answered', ...band(people.answered) }
  yield { ...of, about, figure: 'response-rate', ...rate(people.responseRate) }
}

function* cellRows(of: RowSubject, about: string, cell: Cell): Generator<ReleaseRow> {
  yield { ...of, about, figure: 'answered', ...band(cell.answered) }
  yield { ...of, about, figure: 'mean-need', ...read(cell.meanNeed) }
  yield { ...of, about, figure: 'share-elevated', ...read(cell.shareElevated) }
  yield { ...of, about, figure: 'share-high', ...read(cell.shareHigh) }
}

function* shares(
  kind: 'wanted' | 'barrier',
  figures: Readonly<Record<string, Figure>>,
): Generator<Measured> {
  for (const [id, figure] of Object.entries(figures)) {
    yield { about: `${kind}.${id}`, figure: 'share', ...read(figure) }
  }
}

function subject(level: RowSubject['level'], unitId = '', unit = ''): RowSubject {
  return { level, unitId, unit, background: '', category: '' }
}

const hidden: Read = { reading: 'hidden', value: null, upper: null }

function read(figure: Figure): Read {
  if (figure.kind === 'hidden') return hidden
  return { reading: figure.kind, value: figure.value, upper: null }
}

function band(answered: AnsweredBand): Read {
  if (answered.kind === 'hidden') return hidden
  return { reading: 'band', value: answered.from, upper: answered.to }
}

/** Steps stand for themselves: 0 below half, 50 about half, 100 above half. */
const steps = { 'below-half': 0, 'about-half': 50, 'above-half': 100 } as const

function rate(responseRate: RateBand): Read {
  if (responseRate.kind === 'band') {
    return { reading: 'band', value: responseRate.from, upper: responseRate.to }
  }
  if (responseRate.kind === 'step') {
    return { reading: 'step', value: steps[responseRate.step], upper: null }
  }
  return hidden
}

function number(about: string, figure: string, value?: number | null): Measured {
  const isKnown = value !== null && value !== undefined
  return isKnown
    ? { about, figure, reading: 'shown', value, upper: null }
    : { about, figure, ...hidden }
}
