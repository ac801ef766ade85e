import { encode } from 'uqr'

/** A QR code as an outline to draw: squares of 1 by 1 in a field of `size` by `size`. */
export interface QrOutline {
  readonly size: number
  /** an SVG path, one closed box a run of dark squares */
  readonly path: string
}

/** A text as a QR code that still reads when 15 % of it is soiled (level M), without its margin. */
export function qrOutline(text: string): QrOutline {
  const { size, data } = encode(text, { ecc: 'M', border: 0 })
  return { size, path: data.map(rowPath).join('') }
}

function rowPath(row: readonly boolean[], y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x += 1) {
    const start = x
    while (row[x]) x += 1
    if (x > start) path += `M${start} ${y}h${x - start}v1h${start - x}z`
  }
  return path
}
