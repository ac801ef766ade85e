import { expect, it } from 'vitest'
import { tryAlone } from '../../attacks/custody/alone.ts'

it('one key holder, or organiser and operator together, open none of a thousand envelopes', {
  timeout: 600_000,
}, async () => {
  const { figures, broken } = await tryAlone(1_000)

  expect(broken).toEqual([])
  expect(figures['tried']).toBe(1_000)
})
