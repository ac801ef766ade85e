import { describe, expect, it } from 'vitest'
import { locales } from '#surveys/locale.ts'
import { loadWelcome } from '#web/answer/language.ts'

const aYear = Array.from({ length: 366 }, (_, day) =>
  new Date(Date.UTC(2028, 0, 1 + day)).toISOString().slice(0, 10),
)

describe('a date on the employee’s page', () => {
  it.each(locales)('is written as a browser writes it, in %s', async (locale) => {
    const form = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
    const { date } = await loadWelcome(locale)

    const written = aYear.map(date)

    expect(written).toEqual(aYear.map((day) => form.format(new Date(day))))
  })
})
