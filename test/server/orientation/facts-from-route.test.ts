import { describe, expect, it } from 'vitest'
import { factsFromRoute } from '#server/orientation/facts-from-route.ts'

describe('facts that were kept', () => {
  it('are read as they are', () => {
    const facts = { provider: 'Care', 'phone.ro': '0800 100 005' }

    expect(factsFromRoute(facts)).toEqual(facts)
  })

  it('of an earlier version become what they say, but for hours in words', () => {
    const route = {
      provider: 'Care',
      phone: '0800 100 001',
      portal: '',
      hours: 'Mon–Fri 8–20',
      sessions: 6,
      family: false,
    }

    const facts = factsFromRoute(route)

    expect(facts).toMatchObject({
      provider: 'Care',
      'phone.en': '0800 100 001',
      'phone.ro': '0800 100 001',
      sessions: '6',
      family: 'no',
    })
    expect(facts).not.toHaveProperty('hours')
    expect(facts).not.toHaveProperty('portal')
  })
})
