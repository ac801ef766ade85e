import decodeQR from 'qr/decode.js'

const pixels = 4

/**
 * Reads a picture that is drawn by a path of rectangles, as the camera of a phone would.
 *
 * @param size how many modules it is wide, margin included
 * @throws Error where a camera would see nothing
 */
export function seenByCamera(path: string, size: number): string {
  const side = size * pixels
  const data = new Uint8ClampedArray(4 * side * side).fill(255)
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * pixels; row < (Number(y) + 1) * pixels; row += 1) {
      const from = row * side + Number(x) * pixels
      data.fill(0, 4 * from, 4 * (from + Number(length) * pixels))
    }
  }
  for (let alpha = 3; alpha < data.length; alpha += 4) data[alpha] = 255
  return decodeQR({ width: side, height: side, data }, { timeLimit: 20_000 })
}
