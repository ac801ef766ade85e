import type PptxGenJS from 'pptxgenjs'
import type { Bar, Block } from '#analysis/orientation/document.ts'
import { barsInWords, scaleEnd } from './bars.ts'
import { barColumns, mostLinesBesideBar } from './divide.ts'
import { type Box, colour, hatched, textBox, typed } from './pptx-style.ts'
import { faces, shortened } from './slide-type.ts'

type Bars = Extract<Block, { kind: 'bars' }>

/** Empty room between two bars, in percent of a bar. */
const barGap = 90
const besideLabel = 0.2

/**
 * A native chart with its labels, and the words of each bar in a text box beside it: a
 * chart's own data labels vanish where there is no value, and that is where words matter most.
 */
export function drawBars(slide: PptxGenJS.Slide, block: Bars, box: Box): void {
  const label = box.w * barColumns.label
  const bar = box.w * barColumns.bar
  const share = label / (label + bar)
  slide.addChart('bar', sheet(block, label - besideLabel), {
    ...box,
    ...look,
    w: label + bar,
    layout: { x: share, y: 0, w: 1 - share, h: 1 },
    valAxisMaxVal: scaleEnd(block),
    altText: barsInWords(block),
  })
  const h = box.h / block.bars.length
  block.bars.forEach((one, index) => {
    const row = { x: box.x + label, y: box.y + index * h, w: bar, h }
    if (one.value === 'hidden') drawHidden(slide, one, row)
    drawWords(slide, one, {
      ...row,
      x: row.x + bar + besideLabel,
      w: box.w * barColumns.words,
    })
  })
}

function drawWords(slide: PptxGenJS.Slide, { text }: Bar, box: Box): void {
  const words = shortened(text, box.w, faces.detail, mostLinesBesideBar)
  slide.addText(words, { ...textBox(box), valign: 'middle', ...typed(faces.detail) })
}

function drawHidden(slide: PptxGenJS.Slide, { label, text }: Bar, row: Box): void {
  const h = row.h / (1 + barGap / 100)
  slide.addShape('rect', {
    ...row,
    y: row.y + (row.h - h) / 2,
    h,
    line: { color: colour('lineStrong'), width: 0.75 },
    ...hatched(`${label}: ${text}`),
  })
}

const look = {
  barDir: 'bar',
  barGapWidthPct: barGap,
  chartColors: [colour('accent')],
  chartArea: { roundedCorners: false },
  catAxisLabelFontFace: '+mn-lt',
  catAxisLabelFontSize: faces.detail.points,
  catAxisLabelColor: colour('ink'),
  catAxisLineColor: colour('lineStrong'),
  catAxisMajorTickMark: 'none',
  valAxisHidden: true,
  valAxisMinVal: 0,
  valGridLine: { style: 'none' },
} satisfies PptxGenJS.IChartOpts

/** The chart's own sheet: a hidden value is an empty cell of it, never a 0. */
function sheet({ bars, unit }: Bars, width: number): PptxGenJS.OptsChartData[] {
  const labels = bars.map(({ label }) =>
    shortened(label.trim() || '–', width, faces.detail, mostLinesBesideBar),
  )
  const values: unknown = bars.map(({ value }) => (value === 'hidden' ? null : value))
  // `null` draws a gap; the library's types know numbers only.
  return [{ name: unit.trim() || '–', labels, values: values as number[] }]
}
