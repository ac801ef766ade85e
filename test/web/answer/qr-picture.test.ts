import { encode } from 'uqr'
import { describe, expect, it } from 'vitest'
import { qrPath } from '#web/answer/qr-picture.ts'
import { seenByCamera } from './seen-by-camera.ts'

describe('the picture of a ballot', () => {
  it('is read by a camera as the address that was drawn', () => {
    const address = `https://survey.example.org/answer/5b0f2f0e-6d0b-4c39-9f3c-5f5b8c9f0a11#~${'aB3-_xYz'.repeat(67)}`
    const { data, size } = encode(address, { ecc: 'L', boostEcc: false, border: 4 })

    const path = qrPath(data)

    expect(seenByCamera(path, size)).toBe(address)
  })

  it('draws a run of dark modules once, up to the edge', () => {
    expect(qrPath([[true, true, false, true]])).toBe('M0 0h2v1h-2zM3 0h1v1h-1z')
  })
})
