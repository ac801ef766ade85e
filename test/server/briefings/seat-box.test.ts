import { randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  hashOfSeat,
  openBox,
  placesFor,
  placesIn,
  sealBox,
} from '#server/briefings/seat-box.ts'

const key = randomBytes(32)
const sessions = [randomUUID(), randomUUID()] as const

/** A box with so many seats in each of two sessions. */
const boxOf = (...counts: readonly number[]) =>
  new Map(
    counts.map((count, at) => {
      const codes = Array.from({ length: count }, (_, seat) => `${at} ${seat}`)
      return [sessions[at] ?? '', new Set(codes.map((code) => hashOfSeat('a', code)))]
    }),
  )

describe('the seats of all sessions', () => {
  it('come out of their box as they went in', () => {
    const box = boxOf(20, 1)

    expect(openBox(key, 'seats a', sealBox(key, 'seats a', box, 256))).toEqual(box)
  })

  it('are as long whether one is taken or all are, and never sealed alike', () => {
    const one = sealBox(key, 'seats a', boxOf(1), 256)
    const many = sealBox(key, 'seats a', boxOf(200, 56), 256)
    const again = sealBox(key, 'seats a', boxOf(1), 256)

    expect(many).toHaveLength(one.length)
    expect(again).not.toBe(one)
    expect(placesIn(one)).toBe(256)
  })

  it('have a length that follows from what is planned', () => {
    expect([0, 256, 257, 4_096].map(placesFor)).toEqual([256, 256, 512, 4_096])
  })

  it('are opened with their key and for their assessment alone', () => {
    const sealed = sealBox(key, 'seats a', boxOf(3), 256)

    expect(() => openBox(randomBytes(32), 'seats a', sealed)).toThrow()
    expect(() => openBox(key, 'seats b', sealed)).toThrow()
  })

  it('tell of a code nothing in another assessment', () => {
    expect(hashOfSeat('a', 'code')).not.toBe(hashOfSeat('b', 'code'))
  })
})
