/** What is drawn: words and looks only, no figure that the page does not show. */
interface Drawing {
  readonly title: string
  readonly note: string
  readonly columns: readonly string[]
  readonly rows: readonly {
    readonly name: string
    readonly depth: number
    readonly cells: readonly { readonly text: string; readonly look: string }[]
  }[]
}

/** Pixels, at twice the size of a screen, so that a beamer shows it sharp. */
const scale = 2
const cell = { width: 44, height: 30, gap: 3 }
const side = 260
const head = 260

/** The grid as a picture on light paper, whatever the screen is. */
export async function drawGrid(drawing: Drawing): Promise<Blob> {
  const width = side + drawing.columns.length * (cell.width + cell.gap) + 24
  const height = head + drawing.rows.length * (cell.height + cell.gap) + 24
  const canvas = document.createElement('canvas')
  canvas.width = width * scale
  canvas.height = height * scale
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser draws no pictures')
  await document.fonts.ready
  pen.scale(scale, scale)
  const colours = lightColours()
  pen.fillStyle = colours.card
  pen.fillRect(0, 0, width, height)
  drawHead(pen, drawing, colours)
  drawing.rows.forEach((row, index) => {
    drawRow(pen, row, head + index * (cell.height + cell.gap), colours)
  })
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) =>
      blob ? resolve(blob) : reject(new Error('the picture is too large')),
    ),
  )
}

const font = (size: number, weight = 400): string =>
  `${weight} ${size}px "Atkinson Hyperlegible Next Variable", sans-serif`

function drawHead(
  pen: CanvasRenderingContext2D,
  { title, note, columns }: Drawing,
  { ink }: Colours,
): void {
  pen.fillStyle = ink
  pen.font = font(18, 600)
  pen.fillText(title, 12, 30)
  pen.font = font(13)
  pen.fillText(note, 12, 52)
  columns.forEach((name, index) => {
    pen.save()
    const left = side + index * (cell.width + cell.gap) + cell.width / 2 + 4
    pen.translate(left, head - 8)
    pen.rotate(-Math.PI / 3)
    pen.fillText(fitted(pen, name, 220), 0, 0)
    pen.restore()
  })
}

function drawRow(
  pen: CanvasRenderingContext2D,
  { name, depth, cells }: Drawing['rows'][number],
  top: number,
  colours: Colours,
): void {
  const middle = top + cell.height / 2 + 5
  pen.fillStyle = colours.ink
  pen.font = font(13, depth === 0 ? 700 : 400)
  const indent = 12 + 14 * Math.max(0, depth - 1)
  pen.fillText(fitted(pen, name, side - indent - 8), indent, middle)
  pen.textAlign = 'center'
  cells.forEach(({ text, look }, index) => {
    const left = side + index * (cell.width + cell.gap)
    fillCell(pen, look, left, top, colours)
    pen.fillStyle = look === 'need-4' ? colours['on-need-4'] : colours.ink
    pen.font = font(13)
    pen.fillText(text, left + cell.width / 2, middle)
  })
  pen.textAlign = 'left'
}

function fillCell(
  pen: CanvasRenderingContext2D,
  look: string,
  left: number,
  top: number,
  colours: Colours,
): void {
  const { width, height } = cell
  const fill = fillOf(look, colours)
  if (fill) {
    pen.fillStyle = fill
    pen.fillRect(left, top, width, height)
    return
  }
  pen.strokeStyle = colours['line-strong']
  pen.strokeRect(left + 0.5, top + 0.5, width - 1, height - 1)
  if (look !== 'hidden-value') return
  pen.save()
  pen.beginPath()
  pen.rect(left, top, width, height)
  pen.clip()
  pen.beginPath()
  for (let x = left - height; x < left + width; x += 7) {
    pen.moveTo(x, top + height)
    pen.lineTo(x + height, top)
  }
  pen.stroke()
  pen.restore()
}

/** Cut to a width, with a sign that something is missing. */
function fitted(pen: CanvasRenderingContext2D, text: string, width: number): string {
  if (pen.measureText(text).width <= width) return text
  let length = text.length
  while (length > 1 && pen.measureText(`${text.slice(0, length)}…`).width > width)
    length -= 1
  return `${text.slice(0, length)}…`
}

const tokens = [
  'card',
  'paper',
  'ink',
  'line-strong',
  'need-1',
  'need-2',
  'need-3',
  'need-4',
  'on-need-4',
  'less-1',
  'less-2',
] as const
type Colours = Readonly<Record<(typeof tokens)[number], string>>

/** The light tokens, whatever the screen is: a picture goes onto paper and slides. */
function lightColours(): Colours {
  const sheet = document.createElement('div')
  sheet.className = 'on-paper'
  document.body.append(sheet)
  const style = getComputedStyle(sheet)
  const colours = Object.fromEntries(
    tokens.map((token) => [token, style.getPropertyValue(`--${token}`)]),
  ) as Colours
  sheet.remove()
  return colours
}

/** The colour of a look; none for what is only outlined. */
function fillOf(look: string, colours: Colours): string | undefined {
  if (look === 'apart-none') return colours.paper
  const token = tokens.find((each) => each === look.replace(/^apart-/, ''))
  return token && colours[token]
}
