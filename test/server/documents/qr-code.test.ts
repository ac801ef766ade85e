import decodeSquare from 'qr/decode.js'
import { describe, expect, it } from 'vitest'
import { type QrOutline, qrOutline } from '#server/documents/qr-code.ts'

const pixelsAModule = 4
const marginModules = 4
/** no answer depends on how busy the machine is */
const unhurried = { timeLimit: 60_000 }

/** The outline as a camera would see it: dark squares on white, with the margin a code needs. */
function photographed({ size, path }: QrOutline) {
  const width = (size + 2 * marginModules) * pixelsAModule
  const data = new Uint8ClampedArray(width * width * 4).fill(255)
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let dx = 0; dx < Number(run) * pixelsAModule; dx += 1) {
      for (let dy = 0; dy < pixelsAModule; dy += 1) {
        const column = (Number(x) + marginModules) * pixelsAModule + dx
        const row = (Number(y) + marginModules) * pixelsAModule + dy
        data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3)
      }
    }
  }
  return { width, height: width, data }
}

describe('the square on an envelope', () => {
  it.each([
    'https://needs.example.org/answer/8f14e45f-ceea-467f-a8e0-3f1c6b1f1a11#K7Q29MXD04TBWZ6E3HNA000000',
    'http://127.0.0.1:8787/answer/00000000-0000-4000-8000-000000000000#ZZZZZZZZZZZZZZZZZZZZZZZZZR',
    'https://sträng.example/ș',
  ])('is read as %s by a program that did not draw it', (link) => {
    expect(decodeSquare(photographed(qrOutline(link)), unhurried)).toBe(link)
  })

  it('has nothing to draw outside its field', () => {
    const { size, path } = qrOutline('https://needs.example.org')

    for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
      expect(Number(x) + Number(run)).toBeLessThanOrEqual(size)
      expect(Number(y)).toBeLessThan(size)
    }
    expect(path.replace(/M\d+ \d+h\d+v1h-\d+z/g, '')).toBe('')
  })
})
