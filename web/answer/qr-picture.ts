import { encode } from 'uqr'

const space = 'http://www.w3.org/2000/svg'
/** the white margin that scanners need, in modules */
const margin = 4

/**
 * A QR code as a drawing in the page: no image is fetched, and no markup is read.
 *
 * @param text at most 2,953 bytes
 */
export function drawQr(text: string, label: string): SVGElement {
  const { data, size } = encode(text, { ecc: 'L', boostEcc: false, border: margin })
  const picture = document.createElementNS(space, 'svg')
  picture.setAttribute('viewBox', `0 0 ${size} ${size}`)
  picture.setAttribute('class', 'qr')
  picture.setAttribute('role', 'img')
  picture.setAttribute('aria-label', label)
  picture.setAttribute('shape-rendering', 'crispEdges')
  const modules = document.createElementNS(space, 'path')
  modules.setAttribute('d', qrPath(data))
  picture.append(modules)
  return picture
}

/** Every run of dark modules in a row as one rectangle. */
export function qrPath(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) =>
      runsIn(row).map(({ from, length }) => `M${from} ${y}h${length}v1h-${length}z`),
    )
    .join('')
}

interface Run {
  readonly from: number
  readonly length: number
}

function runsIn(row: readonly boolean[]): readonly Run[] {
  const starts = row.flatMap((isDark, x) => (isDark && !row[x - 1] ? [x] : []))
  return starts.map((from) => {
    const end = row.indexOf(false, from)
    return { from, length: (end < 0 ? row.length : end) - from }
  })
}
