import { describe, expect, it } from 'vitest'
import type { Assessment } from '#server/assessments/contract.ts'
import type { KeyHolders } from '#server/trustees/contract.ts'
import type { Facts } from '#web/workspace/assessments/facts.ts'
import { nextOf, tasksOf } from '#web/workspace/assessments/tasks.ts'

const planned = {
  id: 'an-assessment',
  name: 'Autumn',
  organization: 'Acme',
  example: false,
  revision: 3,
  languages: ['en'],
  contacts: { en: [{ name: 'Emergency', phone: '112' }] },
  contactsCheckedOn: '2026-11-01',
  closesOn: '2026-12-15',
  resultsBy: '2027-01-15',
  units: [{ id: 'a', name: 'Hall', parent: null, headcount: 30 }],
  counted: [],
  agreed: [],
  dutyRead: [],
}

const keysWith = (fault: KeyHolders['fault']): KeyHolders => ({
  needed: 2,
  holders: [],
  fault,
})

function facts(assessment: object, rest: Partial<Omit<Facts, 'assessment'>> = {}): Facts {
  return {
    assessment: { ...planned, ...assessment } as unknown as Assessment,
    keys: keysWith(null),
    lacking: [],
    program: undefined,
    orientation: undefined,
    years: undefined,
    today: '2026-12-01',
    ...rest,
  }
}

const next = (about: Facts, role: string): string | undefined =>
  nextOf(tasksOf(about), role)?.id

describe('the next thing to do', () => {
  it('is what the plan lacks, in the order of the checklist, and then the approval', () => {
    const draft = (...lacking: readonly string[]) =>
      facts({ state: 'draft' }, { lacking })

    expect(next(draft('units-missing', 'contacts-missing'), 'organiser')).toBe('units')
    expect(next(draft('contacts-missing', 'budget-missing'), 'organiser')).toBe('plan')
    expect(next(draft('budget-missing'), 'organiser')).toBe('duties')
    expect(next(draft(), 'employee-side')).toBe('approval')
  })

  it('is for each side to read that results oblige to act, until it has', () => {
    const unread = { lacking: ['duty-to-act-unread'] }
    const byOne = [{ role: 'organiser', by: 'Ada', on: '2026-11-20' }]

    expect(next(facts({ state: 'draft' }, unread), 'organiser')).toBe('duty-to-act')
    const half = facts({ state: 'draft', dutyRead: byOne }, unread)
    expect(nextOf(tasksOf(half), 'organiser')?.waitsFor).toBe('employee-side')
    expect(next(half, 'employee-side')).toBe('duty-to-act')
  })

  it('waits for key holders while nobody else can do anything', () => {
    const about = facts(
      { state: 'reviewed', approvedBy: 'Mia' },
      { keys: keysWith('keys-missing') },
    )

    expect(next(about, 'organiser')).toBe('keys')
    expect(nextOf(tasksOf(about), 'organiser')?.waitsFor).toBe('key-holders')
  })

  it('is to open only once every key was tried', () => {
    const frozen = { state: 'frozen', approvedBy: 'Mia', surveyNumber: 'X' }

    expect(next(facts(frozen, { keys: keysWith('keys-not-tried') }), 'organiser')).toBe(
      'try-keys',
    )
    expect(next(facts(frozen), 'organiser')).toBe('open')
  })

  it('asks nobody to close before the promised last day is over', () => {
    const open = facts({ state: 'open', approvedBy: 'Mia', surveyNumber: 'X' })

    expect(next(open, 'organiser')).toBe('answers')
    expect(next({ ...open, today: '2026-12-16' }, 'organiser')).toBe('close')
  })

  it('names the side that has not agreed to the release yet', () => {
    const agreed = [{ matter: 'release', role: 'organiser', by: 'Ada' }]
    const tallied = facts({
      state: 'tallied',
      approvedBy: 'Mia',
      surveyNumber: 'X',
      agreed,
    })

    expect(nextOf(tasksOf(tallied), 'organiser')?.waitsFor).toBe('employee-side')
    expect(next(tallied, 'employee-side')).toBe('release')
  })

  it('goes on from the release to the program and its material', () => {
    const released = { state: 'released', approvedBy: 'Mia', surveyNumber: 'X' }
    const adopted = { adopted: { by: 'Ada', on: '2026-12-20' } }

    expect(next(facts(released), 'organiser')).toBe('adopt')
    expect(
      next(facts(released, { program: adopted as Facts['program'] }), 'organiser'),
    ).toBe('route')
  })

  it('is nothing once the assessment was given up', () => {
    expect(tasksOf(facts({ state: 'aborted', abortedOn: '2026-12-01' }))).toEqual([])
  })

  it('does no step before the one it rests on', () => {
    const states = [
      'draft',
      'reviewed',
      'frozen',
      'open',
      'closed',
      'unsealing',
      'tallied',
    ]

    for (const state of states) {
      const done = tasksOf(facts({ state })).map((task) => task.state === 'done')
      expect(done.lastIndexOf(true), state).toBe(done.filter(Boolean).length - 1)
    }
  })
})
