import { describe, expect, it } from 'vitest'
import { Role } from '#server/accounts/contract.ts'
import { goTogether, maySee, type Sight, sightOf } from '#server/accounts/roles.ts'
import { accounts, anOffice, codeIn, idOf, joined } from './an-office.ts'
import { testServer } from './test-server.ts'

const sights: readonly Sight[] = ['colleagues', 'plan', 'people-and-results']

/** Every set of roles there is, fit or not. */
const everySet = Array.from({ length: 2 ** Role.options.length }, (_, bits) =>
  Role.options.filter((_role, index) => bits & (1 << index)),
).filter((roles) => roles.length > 0)

describe('somebody with several roles', () => {
  it('is never shown what one of the roles alone is not: more roles show less', () => {
    for (const roles of everySet) {
      for (const sight of sights) {
        const alone = roles.map((role) => maySee([role], sight))
        expect(maySee(roles, sight), `${roles} ${sight}`).toBe(!alone.includes(false))
      }
    }
  })

  it('never holds two of the roles that keep each other honest', () => {
    const together = everySet.filter(goTogether)

    for (const roles of together) {
      expect(
        roles.filter((role) => role !== 'administrator' && role !== 'provider').length,
      ).toBeLessThan(2)
    }
    expect(together).toHaveLength(15)
  })

  it('plans as an organiser, and sees no result once they run the system too', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)
    const cy = await joined(server, ada, 'organiser', 'Cy')
    const id = await idOf(ada, 'Cy')
    const some = crypto.randomUUID()

    const before = await cy.get(`/api/office/results/${some}`)
    await ada.post(`${accounts}/people/${id}/roles/administrator`)
    const plans = await cy.get('/api/office/assessments')
    const closed = await Promise.all(
      ['results', 'tally', 'invitations', 'programs', 'privacy'].map((slice) =>
        cy.get(`/api/office/${slice}/${some}${doorOf[slice] ?? ''}`),
      ),
    )

    expect(before.status).toBe(404)
    expect(plans.status).toBe(200)
    expect(closed.map(codeIn)).toEqual(Array(5).fill('stricter-role'))
  })

  it('sees no more than a provider does, once they deliver the program', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)
    const cy = await joined(server, ada, 'organiser', 'Cy')
    const id = await idOf(ada, 'Cy')
    await ada.post(`${accounts}/people/${id}/roles/provider`)

    const during = [
      await cy.get('/api/office/assessments'),
      await cy.get(`${accounts}/people`),
    ]
    await ada.delete(`${accounts}/people/${id}/roles/provider`)

    expect(during.map(codeIn)).toEqual(['stricter-role', 'stricter-role'])
    expect((await cy.get('/api/office/assessments')).status).toBe(200)
  })

  it('keeps the last role, and gets second roles from the own side only', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)
    const bo = await joined(server, ada, 'employee-side', 'Bo')
    const al = await joined(server, ada, 'administrator', 'Al')
    const id = await idOf(ada, 'Al')
    const role = `${accounts}/people/${id}/roles/administrator`

    const replies = [
      await bo.post(role),
      await bo.delete(role),
      await al.post(role),
      await ada.delete(role),
    ]

    expect(replies.map(codeIn)).toEqual([
      'side-gives-its-own',
      'side-gives-its-own',
      'members-only',
      'last-role',
    ])
  })

  it('is not switched off by the other side, nor by themselves', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)
    const bo = await joined(server, ada, 'employee-side', 'Bo')
    const roleOf = async (name: string, role: string) =>
      `${accounts}/people/${await idOf(ada, name)}/roles/${role}`

    const replies = [
      await ada.post(await roleOf('Bo', 'provider')),
      await ada.post(await roleOf('Bo', 'administrator')),
      await bo.post(await roleOf('Ada', 'provider')),
      await ada.post(await roleOf('Ada', 'provider')),
    ]

    expect(replies.map(codeIn)).toEqual([
      'side-gives-its-own',
      'side-gives-its-own',
      'side-gives-its-own',
      'role-for-others',
    ])
    expect((await bo.get(`/api/office/assessments`)).status).toBe(200)
  })

  it('lays a second role down themselves, even one that closes everything else', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)
    const bo = await joined(server, ada, 'employee-side', 'Bo')
    const di = await joined(server, bo, 'employee-side', 'Di')
    const role = `${accounts}/people/${await idOf(bo, 'Di')}/roles/provider`
    await bo.post(role)
    const during = await di.get('/api/office/assessments')

    const laidDown = await di.delete(role)

    expect(codeIn(during)).toBe('stricter-role')
    expect(laidDown.status).toBe(200)
    expect((await di.get('/api/office/assessments')).status).toBe(200)
  })
})

const doorOf: Readonly<Record<string, string>> = {
  tally: '/participation',
  privacy: '/impact-assessment/txt/en',
}

describe('an address of the office', () => {
  it('that nobody has thought about shows the most, and so opens to no second role', () => {
    expect(sightOf('/api/office/something-new')).toBe('people-and-results')
    expect(sightOf('/api/office/results/x')).toBe('people-and-results')
    expect(sightOf('/api/office/assessments-of-others/x')).toBe('people-and-results')
  })

  it('shows how many lost a ballot to nobody who also reads the logs', () => {
    expect(sightOf('/api/office/registrar/x/wishes')).toBe('people-and-results')
    expect(sightOf('/api/office/registrar/x/freeze')).toBe('plan')
  })
})
