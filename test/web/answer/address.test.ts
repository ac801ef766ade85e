import { describe, expect, it } from 'vitest'
import { addressWithoutCode, readAddress } from '#web/answer/address.ts'

const at = (hash: string, search = '') =>
  readAddress({ pathname: '/answer/5b0f2f0e', hash, search })

describe('the address of the page', () => {
  it('holds the survey, and behind the # a code', () => {
    expect(at('#ABCDE-FGHJK', '?lang=nl')).toEqual({
      survey: '5b0f2f0e',
      code: 'ABCDE-FGHJK',
      carried: '',
      language: 'nl',
    })
  })

  it('holds a ballot from another device behind a mark that no code has', () => {
    expect(at('#~AAAA')).toMatchObject({ code: '', carried: 'AAAA' })
  })

  it('is read also where what stands behind the # is no well-formed text', () => {
    expect(at('#%E0%A4%A').code).toBe('%E0%A4%A')
  })

  it('loses the code, and keeps the language', () => {
    expect(addressWithoutCode({ pathname: '/answer/5b0f2f0e' })).toBe('/answer/5b0f2f0e')
    expect(addressWithoutCode({ pathname: '/answer/5b0f2f0e' }, 'ro')).toBe(
      '/answer/5b0f2f0e?lang=ro',
    )
  })
})
