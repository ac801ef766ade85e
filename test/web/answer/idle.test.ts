import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type IdleWatch, watchIdle } from '#web/answer/idle.ts'

const minute = 60_000

let page: EventTarget
let told: string[]
let watch: IdleWatch

beforeEach(() => {
  vi.useFakeTimers()
  page = new EventTarget()
  told = []
  watch = watchIdle(
    page,
    { milliseconds: 5 * minute, warningMilliseconds: minute },
    { warn: () => told.push('warned'), clear: () => told.push('cleared') },
  )
})

afterEach(() => {
  watch.stop()
  vi.useRealTimers()
})

const touch = () => page.dispatchEvent(new Event('pointerdown'))

describe('a page that is left alone', () => {
  it('warns a minute before it is cleared', () => {
    vi.advanceTimersByTime(4 * minute - 1)
    expect(told).toEqual([])

    vi.advanceTimersByTime(1)
    expect(told).toEqual(['warned'])

    vi.advanceTimersByTime(minute)
    expect(told).toEqual(['warned', 'cleared'])
  })

  it('is cleared once', () => {
    vi.advanceTimersByTime(60 * minute)

    expect(told).toEqual(['warned', 'cleared'])
  })

  it('stays as long as somebody touches it', () => {
    for (let times = 0; times < 10; times += 1) {
      vi.advanceTimersByTime(3 * minute)
      touch()
    }

    expect(told).toEqual([])
  })

  it('takes no other sign than the answer once it has warned', () => {
    vi.advanceTimersByTime(4 * minute)
    touch()

    vi.advanceTimersByTime(minute)

    expect(told).toEqual(['warned', 'cleared'])
  })

  it('begins anew when somebody says that they are there', () => {
    vi.advanceTimersByTime(4 * minute)

    watch.extend()
    vi.advanceTimersByTime(4 * minute - 1)
    expect(told).toEqual(['warned'])

    vi.advanceTimersByTime(1)
    expect(told).toEqual(['warned', 'warned'])
  })

  it('is cleared at the first touch after a sleep in which no clock rang', () => {
    vi.setSystemTime(Date.now() + 60 * minute)

    touch()

    expect(told).toEqual(['cleared'])
  })

  it('is left alone once it is no longer watched', () => {
    watch.stop()

    vi.advanceTimersByTime(60 * minute)

    expect(told).toEqual([])
  })
})
