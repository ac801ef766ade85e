import { describe, expect, it } from 'vitest'
import { testServer } from './test-server.ts'

const survey = '/answer/1a2b3c4d-0000-4000-8000-000000000000'

describe('the employee’s page', () => {
  it.each([
    ['sv-SE,sv;q=0.9,en;q=0.5', '', 'sv'],
    ['fi, nn;q=0.8', '', 'nb'],
    ['sv', '?lang=ro', 'ro'],
    ['fi', '', 'en'],
  ])(
    'names the first sentences of who reads %s%s in a header',
    async (read, query, locale) => {
      await using server = await testServer()

      const page = await fetch(`${server.origin}${survey}${query}`, {
        headers: { 'accept-language': read },
      })

      const link = page.headers.get('link') ?? ''
      const file = /<(\/assets\/welcome\.\w+-[\w-]+\.js)>; rel=modulepreload/.exec(
        link,
      )?.[1]
      expect(file).toContain(`welcome.${locale}-`)
      expect((await fetch(`${server.origin}${file}`)).status).toBe(200)
    },
  )
})
