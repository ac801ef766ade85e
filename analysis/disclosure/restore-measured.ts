import { type ConstructId, isConstructId } from '#surveys/constructs.ts'
import type {
  Figure,
  MeasuredRelease,
  ReleasedAnswering,
  ReleasedDrivers,
  ReleasedGrouping,
  ReleasedItem,
  ReleasedScale,
  ReleasedWeighting,
} from './disclosed.ts'
import {
  type Path,
  readEntries,
  readList,
  readNullable,
  readObject,
  readOneOf,
  unexpected,
} from './read-json.ts'
import { readChoiceFigure } from './restore-figures.ts'
import { sdc1 } from './rules.ts'

const kinds = ['shown', 'hidden'] as const
const hidden = { kind: 'hidden' } as const

/**
 * Takes back in what a release says of how people answered. A release from before there was
 * any says nothing.
 *
 * @param answers lower end of the band of n in the organization: nobody answers an item who
 *   answered nothing
 */
export function readMeasured(
  json: { readonly [_ in keyof MeasuredRelease]?: unknown },
  answers: number,
): MeasuredRelease {
  const isId = (key: string): key is ConstructId => isConstructId(key)
  const isAny = (key: string): key is string => key !== ''
  const scales = readEntries(json.scales ?? {}, 'scales', isId, readScale)
  const grouping = readEntries(json.grouping ?? {}, 'grouping', isId, readGrouping)
  const items = readEntries(json.items ?? {}, 'items', isAny, (item, path) =>
    readItem(item, path, answers >= sdc1.list),
  )
  return {
    items: Object.fromEntries(items),
    scales: Object.fromEntries(scales),
    grouping: Object.fromEntries(grouping),
    drivers: readDrivers(json.drivers ?? hidden),
    answering: readAnswering(json.answering ?? noAnswering, answers >= sdc1.list),
    weighting: readWeighting(json.weighting ?? hidden),
  }
}

function readItem(value: unknown, path: Path, isEnough: boolean): ReleasedItem {
  const json = readObject<keyof ReleasedItem>(value, path)
  const isOption = (key: string): key is string => key !== ''
  const chosen = readEntries(json.chosen, `${path}.chosen`, isOption, (figure, at) =>
    readChoiceFigure(figure, at, isEnough),
  )
  const declined: Figure = readChoiceFigure(json.declined, `${path}.declined`, isEnough)
  return { declined, chosen: Object.fromEntries(chosen) }
}

function readScale(value: unknown, path: Path): ReleasedScale {
  const json = readObject<'kind' | 'alpha' | 'interval' | 'omega' | 'itemRest'>(
    value,
    path,
  )
  if (readOneOf(json.kind, `${path}.kind`, kinds) === 'hidden') return hidden
  const isItem = (key: string): key is string => key !== ''
  const rests = readEntries(json.itemRest, `${path}.itemRest`, isItem, readHundredth)
  return {
    kind: 'shown',
    alpha: readHundredth(json.alpha, `${path}.alpha`),
    interval: readNullable(json.interval, `${path}.interval`, (interval, at) => {
      const { low, high } = readObject<'low' | 'high'>(interval, at)
      return { low: readStep(low, `${at}.low`, 100), high: readStep(high, at, 100) }
    }),
    omega: readHundredth(json.omega, `${path}.omega`),
    itemRest: Object.fromEntries(rests),
  }
}

function readGrouping(value: unknown, path: Path): ReleasedGrouping {
  const json = readObject<'kind' | 'icc1' | 'icc2'>(value, path)
  if (readOneOf(json.kind, `${path}.kind`, kinds) === 'hidden') return hidden
  return {
    kind: 'shown',
    icc1: readStep(json.icc1, `${path}.icc1`, 20, 0, 1),
    icc2: readStep(json.icc2, `${path}.icc2`, 20, 0, 1),
  }
}

function readDrivers(value: unknown): ReleasedDrivers {
  const path = 'drivers'
  const json = readObject<'kind' | 'weights'>(value, path)
  if (readOneOf(json.kind, `${path}.kind`, kinds) === 'hidden') return hidden
  const weights = readList(json.weights, `${path}.weights`, (one, at) => {
    const { construct, weight } = readObject<'construct' | 'weight'>(one, at)
    if (!isConstructId(construct)) throw unexpected(`${at}.construct`, 'a known need')
    return { construct, weight: readStep(weight, `${at}.weight`, 20, 0, 1) }
  })
  return { kind: 'shown', weights }
}

const noAnswering = { complete: hidden, straightLines: hidden, lastPart: {} }

function readAnswering(value: unknown, isEnough: boolean): ReleasedAnswering {
  const path = 'answering'
  const json = readObject<keyof ReleasedAnswering>(value, path)
  const read = (figure: unknown, at: Path): Figure =>
    readChoiceFigure(figure, at, isEnough)
  const isPart = (key: string): key is string => key !== ''
  const parts = readEntries(json.lastPart, `${path}.lastPart`, isPart, read)
  return {
    complete: read(json.complete, `${path}.complete`),
    straightLines: read(json.straightLines, `${path}.straightLines`),
    lastPart: Object.fromEntries(parts),
  }
}

function readWeighting(value: unknown): ReleasedWeighting {
  const path = 'weighting'
  const json = readObject<'kind' | 'designEffect' | 'effectiveShare'>(value, path)
  if (readOneOf(json.kind, `${path}.kind`, kinds) === 'hidden') return hidden
  return {
    kind: 'shown',
    designEffect: readStep(json.designEffect, `${path}.designEffect`, 10, 1),
    effectiveShare: readStep(json.effectiveShare, `${path}.effectiveShare`, 10, 0, 1),
  }
}

function readHundredth(value: unknown, path: Path): number | null {
  return readNullable(value, path, (one, at) => readStep(one, at, 100, -Infinity, 1))
}

/** A number in steps of 1/`parts`. */
function readStep(
  value: unknown,
  path: Path,
  parts: number,
  from = -Infinity,
  to = Infinity,
): number {
  const isNumber = typeof value === 'number' && value >= from && value <= to
  const steps = isNumber ? parts * value : Number.NaN
  if (!isNumber || Math.abs(steps - Math.round(steps)) > 1e-6) {
    throw unexpected(path, `a number in steps of 1/${parts}`)
  }
  return value
}
