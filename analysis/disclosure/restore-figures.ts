import { countsAs } from './bands.ts'
import type { AnsweredBand, Cell, Figure, RateBand } from './disclosed.ts'
import { type Grid, hiddenFigure, meanGrid, shareGrid } from './figures.ts'
import type { LeastAnswers } from './publication-plan.ts'
import { type Path, readObject, readOneOf, readWhole, unexpected } from './read-json.ts'

type VisibleKind = Exclude<Figure['kind'], 'hidden'>

/** Says whether the rules could have made this figure; its value is on 0–100. */
type Allows = (kind: VisibleKind, value: number) => boolean

const figureKinds = ['shown', 'at-most', 'at-least', 'hidden'] as const

/** A cell whose every figure has enough answers behind it and stands on its grid. */
export function readCell(value: unknown, path: Path, least: LeastAnswers): Cell {
  const { answered, meanNeed, shareElevated, shareHigh } = readObject<keyof Cell>(
    value,
    path,
  )
  const band = readAnswered(answered, `${path}.answered`)
  const counts = countsAs(band)
  const mean = passes(counts, least.meanNeed) ? onGrid(meanGrid(counts)) : nothing
  const share = passes(counts, least.shares) ? onGrid(shareGrid(counts)) : nothing
  return {
    answered: band,
    meanNeed: readFigure(meanNeed, `${path}.meanNeed`, 1, mean),
    shareElevated: readFigure(shareElevated, `${path}.shareElevated`, 100, share),
    shareHigh: readFigure(shareHigh, `${path}.shareHigh`, 100, share),
  }
}

/**
 * A share of wishes or barriers. Its own number of answers is not released, so that its
 * bounds are not known; it is a whole point in any case.
 */
export function readChoiceFigure(value: unknown, path: Path, isEnough: boolean): Figure {
  return readFigure(value, path, 100, isEnough ? onWholePoints : nothing)
}

export function readAnswered(value: unknown, path: Path): AnsweredBand {
  const json = readObject<'kind' | 'from' | 'to'>(value, path)
  const kind = readOneOf(json.kind, path, ['shown', 'hidden'])
  if (kind === 'hidden') return { kind }
  const from = readWhole(json.from, `${path}.from`, 10)
  if (from % 5 !== 0) throw unexpected(`${path}.from`, 'a multiple of five')
  return { kind, from, to: readWhole(json.to, `${path}.to`, from + 4) }
}

export function readRate(value: unknown, path: Path): RateBand {
  const json = readObject<'kind' | 'from' | 'to' | 'step'>(value, path)
  const kind = readOneOf(json.kind, path, ['band', 'step', 'hidden', 'unknown'])
  switch (kind) {
    case 'band': {
      const from = readWhole(json.from, `${path}.from`, 0, 100)
      return { kind, from, to: readWhole(json.to, `${path}.to`, from, 100) }
    }
    case 'step': {
      const steps = ['below-half', 'about-half', 'above-half'] as const
      return { kind, step: readOneOf(json.step, `${path}.step`, steps) }
    }
    default:
      return { kind }
  }
}

function passes(counts: number, least: number | null): boolean {
  return least !== null && counts >= least
}

/** @param whole what stands for 100 in the figure's own unit is 100 / `whole` */
function readFigure(value: unknown, path: Path, whole: number, allows: Allows): Figure {
  const json = readObject<'kind' | 'value'>(value, path)
  const kind = readOneOf(json.kind, path, figureKinds)
  if (kind === 'hidden') return hiddenFigure
  // Shares are hundredths, which binary numbers hold only nearly.
  const points =
    typeof json.value === 'number' ? Math.round(1e6 * whole * json.value) / 1e6 : -1
  if (!allows(kind, points)) throw unexpected(path, 'a figure that the rules allow')
  return { kind, value: points / whole }
}

const nothing: Allows = () => false

const onWholePoints: Allows = (_, value) =>
  Number.isInteger(value) && value > 0 && value < 100

function onGrid({ step, low, high }: Grid): Allows {
  return (kind, value) => {
    switch (kind) {
      case 'shown':
        return value % step === 0 && value >= low && value <= high
      case 'at-most':
        return value === low
      case 'at-least':
        return value === high
    }
  }
}
