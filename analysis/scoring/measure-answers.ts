import { background } from '#surveys/background.ts'
import { constructIds } from '#surveys/constructs.ts'
import { type Item, itemsOf, optionsOf } from '#surveys/questionnaire.ts'
import type {
  ItemAnswers,
  MeasuredAnswers,
  MeasuredDrivers,
  MeasuredScale,
} from '../disclosure/counts.ts'
import { driversAskedBy } from '../disclosure/planned-drivers.ts'
import { type Column, columnOf, type Responses } from '../responses.ts'
import { type Covariances, covariances } from '../statistics/covariance.ts'
import {
  cronbachAlpha,
  meanCorrelation,
  spearmanBrown,
} from '../statistics/cronbach-alpha.ts'
import { feldtInterval } from '../statistics/feldt-interval.ts'
import { itemStatistics } from '../statistics/item-statistics.ts'
import { keyDrivers } from '../statistics/key-drivers.ts'
import { omegaTotal } from '../statistics/omega.ts'
import { type ConstructScores, noNeed } from './construct-scores.ts'
import { needsOfCodes } from './item-needs.ts'
import { countAnswering, countItem, countOf } from './response-quality.ts'

/**
 * How well the answers hold together: reliability of scales, answers to items, and what goes
 * together with not being able to work. Exact, and therefore never shown.
 */
export function measureAnswers(
  responses: Responses,
  scores: readonly ConstructScores[],
): MeasuredAnswers {
  const items = itemsOf(responses.questionnaire)
  const ofBackground = new Set(
    background.sections.flatMap((section) => section.items.map(({ id }) => id)),
  )
  const scales = constructIds.flatMap((construct) => {
    const own = items.filter((item) => item.construct === construct && !item.shownWhen)
    return own.length < 2 ? [] : [[construct, measureScale(own, responses)] as const]
  })
  const counted = items
    .filter(({ id }) => !ofBackground.has(id))
    .map((item) => [item.id, countAnswers(item, responses)] as const)
  return {
    scales: Object.fromEntries(scales),
    drivers: measureDrivers(items, responses, scores),
    items: Object.fromEntries(counted),
    answering: countAnswering(responses),
  }
}

function measureScale(items: readonly Item[], responses: Responses): MeasuredScale {
  const columns = items.map((item) => needsOf(item, responses))
  const found = covariances(columns, 'listwise')
  if (found.kind === 'refused') {
    const nothing = Object.fromEntries(items.map(({ id }) => [id, null]))
    return { rows: 0, alpha: null, interval: null, omega: null, itemRest: nothing }
  }
  const { rows } = found
  const alpha = items.length === 2 ? ofTwo(found) : orNull(cronbachAlpha(found))
  const omega = items.length === 2 ? null : omegaTotal(found)
  const rests = itemStatistics(found).map(({ itemRest }, index) => {
    return [items[index]?.id ?? '', orNull(itemRest)] as const
  })
  return {
    rows,
    alpha,
    interval: alpha === null ? null : feldtInterval(alpha, rows, items.length),
    omega: omega?.kind === 'omega' ? omega.raw : null,
    itemRest: Object.fromEntries(rests),
  }
}

function ofTwo(found: Covariances): number | null {
  const r = orNull(meanCorrelation(found))
  return r === null ? null : orNull(spearmanBrown(Math.max(-1, Math.min(1, r))))
}

function orNull(
  estimate:
    | { readonly kind: 'estimate'; readonly value: number }
    | { readonly kind: 'refused' },
): number | null {
  return estimate.kind === 'estimate' ? estimate.value : null
}

function measureDrivers(
  items: readonly Item[],
  responses: Responses,
  scores: readonly ConstructScores[],
): MeasuredDrivers | null {
  const planned = driversAskedBy(responses.questionnaire)
  const item = items.find(({ id }) => id === planned?.outcome)
  const predictors = (planned?.predictors ?? []).flatMap((id) => {
    const own = scores.find(({ construct }) => construct === id)
    return own ? [{ id, needs: own.need.map(nanWhereMissing) }] : []
  })
  if (!item || predictors.length !== planned?.predictors.length) return null
  const found = keyDrivers(
    predictors.map(({ needs }) => needs),
    needsOf(item, responses),
  )
  if (found.kind === 'refused' || found.explained <= 0) return null
  const weights = predictors.map(({ id }, index) => {
    return [id, (found.weights[index] ?? 0) / found.explained] as const
  })
  return { rows: found.rows, weights: Object.fromEntries(weights) }
}

function needsOf(item: Item, responses: Responses): Float64Array {
  const needs = needsOfCodes(item)
  return Float64Array.from(
    columnOf(responses, item.id),
    (code) => needs[code] ?? Number.NaN,
  )
}

function nanWhereMissing(need: number): number {
  return need === noNeed ? Number.NaN : need
}

function countAnswers(item: Item, responses: Responses): ItemAnswers {
  const column = columnOf(responses, item.id)
  const isOne = item.format.kind !== 'any-of'
  const chosen = optionsOf(item.format).map((option, index) => {
    const count = isOne ? countOf(column, index) : countBit(column, 1 << index)
    return [option, count] as const
  })
  const { answered, declined, notShown } = countItem(column)
  return {
    shown: column.length - notShown,
    declined,
    answered,
    chosen: Object.fromEntries(chosen),
  }
}

function countBit(column: Column, bit: number): number {
  let count = 0
  for (const code of column) if (code >= 0 && (code & bit) !== 0) count += 1
  return count
}
