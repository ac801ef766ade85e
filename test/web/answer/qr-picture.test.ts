import decodeQR from 'qr/decode.js'
import { encode } from 'uqr'
import { describe, expect, it } from 'vitest'
import { qrPath } from '#web/answer/qr-picture.ts'

const pixels = 4

/** Paints a path of rectangles as a camera would see it. */
function seen(path: string, size: number) {
  const side = size * pixels
  const data = new Uint8ClampedArray(4 * side * side).fill(255)
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * pixels; row < (Number(y) + 1) * pixels; row += 1) {
      const from = row * side + Number(x) * pixels
      data.fill(0, 4 * from, 4 * (from + Number(length) * pixels))
    }
  }
  for (let alpha = 3; alpha < data.length; alpha += 4) data[alpha] = 255
  return { width: side, height: side, data }
}

describe('the picture of a ballot', () => {
  it('is read by a camera as the address that was drawn', () => {
    const address = `https://survey.example.org/answer/5b0f2f0e-6d0b-4c39-9f3c-5f5b8c9f0a11#~${'aB3-_xYz'.repeat(67)}`
    const { data, size } = encode(address, { ecc: 'L', boostEcc: false, border: 4 })

    const path = qrPath(data)

    expect(decodeQR(seen(path, size), { timeLimit: 20_000 })).toBe(address)
  })

  it('draws a run of dark modules once, up to the edge', () => {
    expect(qrPath([[true, true, false, true]])).toBe('M0 0h2v1h-2zM3 0h1v1h-1z')
  })
})
