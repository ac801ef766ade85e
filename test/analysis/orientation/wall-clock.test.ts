import { describe, expect, it } from 'vitest'
import { instantOf, isZone, wallClockAt } from '#analysis/orientation/wall-clock.ts'

const at = (day: string, time: string, zone: string) =>
  instantOf({ day, time, zone }).toISOString().slice(0, 16)

describe('a clock on the wall', () => {
  it('is read in its own zone, in winter and in summer', () => {
    expect(at('2026-12-01', '14:30', 'Europe/Stockholm')).toBe('2026-12-01T13:30')
    expect(at('2027-06-01', '14:30', 'Europe/Stockholm')).toBe('2027-06-01T12:30')
    expect(at('2026-12-01', '00:30', 'Europe/Bucharest')).toBe('2026-11-30T22:30')
    expect(at('2026-12-01', '14:30', 'UTC')).toBe('2026-12-01T14:30')
  })

  it('shows an hour twice in autumn, of which the first is meant', () => {
    expect(at('2026-10-25', '02:30', 'Europe/Oslo')).toBe('2026-10-25T00:30')
    expect(at('2026-10-25', '03:30', 'Europe/Oslo')).toBe('2026-10-25T02:30')
  })

  it('leaves an hour out in spring: what is planned there is later by an hour', () => {
    const moment = instantOf({ day: '2027-03-28', time: '02:30', zone: 'Europe/Oslo' })

    expect(wallClockAt(moment, 'Europe/Oslo').time).toBe('03:30')
  })

  it('says again what it was set from, on every day of a year', () => {
    for (let day = 0; day < 365; day += 1) {
      const date = new Date(Date.UTC(2026, 11, 1 + day)).toISOString().slice(0, 10)
      const wall = { day: date, time: '06:15', zone: 'Europe/Bucharest' }

      expect(wallClockAt(instantOf(wall), wall.zone)).toEqual(wall)
    }
  })

  it('is known by its zone', () => {
    expect(isZone('Europe/Amsterdam')).toBe(true)
    expect(isZone('Europe/Nowhere')).toBe(false)
    expect(isZone('+02:00')).toBe(false)
  })
})
