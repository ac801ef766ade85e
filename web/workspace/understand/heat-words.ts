import { useLanguage } from '../../language.tsx'
import { stepOf, useFigureWords } from '../../ui/figure.tsx'
import type { HeatCell } from './heat-grid.ts'

/** From here on a difference is coloured: smaller ones are no finding. */
const telling = 5
const strong = 15

/** Halves away from nought, so that as much more and as much less read alike. */
const wholePoints = (points: number): number =>
  Math.sign(points) * Math.round(Math.abs(points))

/** The look of a cell, as a class and as a colour of the sheet. */
export function lookOf(cell: HeatCell): string {
  switch (cell.kind) {
    case 'hidden':
      return 'hidden-value'
    case 'not-asked':
    case 'not-counted':
      return 'not-asked'
    case 'apart':
      if (Math.abs(cell.value) < telling) return 'apart-none'
      if (cell.value < 0) return cell.value <= -strong ? 'apart-less-2' : 'apart-less-1'
      return cell.value >= strong ? 'need-3' : 'need-2'
    default:
      return `need-${stepOf(cell.value)}`
  }
}

/** What stands in a cell, short; nothing where it is not shown. */
export function useShortWords(): (cell: HeatCell) => string {
  const { number, locale } = useLanguage()
  const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' })
  return (cell) => {
    switch (cell.kind) {
      case 'hidden':
        return ''
      case 'not-asked':
      case 'not-counted':
        return '–'
      case 'apart':
        return signed.format(wholePoints(cell.value))
      case 'at-most':
        return `≤${number(cell.value)}`
      case 'at-least':
        return `≥${number(cell.value)}`
      case 'shown':
        return number(cell.value)
    }
  }
}

/** A cell in words, for whoever hears it. */
export function useCellWords(): (cell: HeatCell) => string {
  const { say, number } = useLanguage()
  const words = useFigureWords()
  return (cell) => {
    switch (cell.kind) {
      case 'not-asked':
        return say('not-asked')
      case 'not-counted':
        return say('heat.not-counted')
      case 'apart': {
        const points = wholePoints(cell.value)
        if (points === 0) return say('heat.apart.same')
        return say(points > 0 ? 'heat.apart.more' : 'heat.apart.less', {
          points: Math.abs(points),
        })
      }
      default:
        return words(cell, number)
    }
  }
}
