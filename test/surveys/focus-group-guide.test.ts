import { describe, expect, it } from 'vitest'
import { constructOf } from '#surveys/constructs.ts'
import {
  fewestGroupsFor,
  mixesPower,
  openTopics,
  timedRoute,
} from '#surveys/focus-group-guide.ts'

describe('the route of questions', () => {
  it('adds up to the planned length, whatever it is, and leaves no question without time', () => {
    for (let minutes = 60; minutes <= 120; minutes += 1) {
      const route = timedRoute(minutes)

      expect(route.reduce((sum, question) => sum + question.minutes, 0)).toBe(minutes)
      expect(route).toHaveLength(9)
      expect(Math.min(...route.map((question) => question.minutes))).toBeGreaterThan(1)
    }
  })

  it('is asked in one order, from easy to hard and back', () => {
    expect(timedRoute(90).map(({ id }) => id)).toEqual([
      'opening',
      'introduction',
      'transition',
      'cards',
      'work',
      'help',
      'trust',
      'ending',
      'debrief',
    ])
  })

  it('is refused for a length that no group may have', () => {
    for (const minutes of [59, 121, 75.5]) {
      expect(() => timedRoute(minutes)).toThrow(RangeError)
    }
  })
})

describe('how many groups', () => {
  it('are three at least, and two in a small organization', () => {
    expect([59, 60, 400].map(fewestGroupsFor)).toEqual([2, 3, 3])
  })
})

describe('a kind of participants', () => {
  it.each([
    'managers and drivers',
    'Supervisors + team',
    'chefer med medarbetare',
    'ledere og ansatte',
    'leidinggevenden met hun mensen',
    'șefi și angajați',
    'sefi cu echipa',
  ])('“%s” holds leaders together with those they lead', (name) => {
    expect(mixesPower(name)).toBe(true)
  })

  it.each([
    'drivers',
    'managers',
    'office and sales',
    'kontor och lager',
    'birou și depozit',
    'people who work alone at night',
    'headquarters and sales',
  ])('“%s” does not', (name) => {
    expect(mixesPower(name)).toBe(false)
  })
})

describe('what a survey leaves open', () => {
  it('never asks a group for what is sensitive, nor for safety at home', () => {
    const { unshown, unexplained, sensitive } = openTopics()

    expect(
      [...unshown, ...unexplained].filter((id) => constructOf(id).sensitive),
    ).toEqual([])
    expect(sensitive.length).toBeGreaterThan(5)
    expect([...unshown, ...unexplained, ...sensitive]).not.toContain('soc.safety')
  })

  it('names each topic once', () => {
    const all = Object.values(openTopics()).flat()

    expect(new Set(all).size).toBe(all.length)
  })
})
