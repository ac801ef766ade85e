import { useState } from 'react'
import type { InstrumentContent } from '#server/instruments/contract.ts'
import { LicenceRecord } from '#server/instruments/contract.ts'
import { forbidsChanges, forbidsCommerce } from '#surveys/instruments/licence.ts'

const keyOf = (assessment: string): string => `groundwork.licence.${assessment}`

/** A record that nobody has filled in yet: nothing is allowed until somebody says so. */
function emptyLicence({ title, languages }: InstrumentContent): LicenceRecord {
  const [original = 'en'] = languages
  return {
    name: (title[original] ?? '').slice(0, 200),
    holder: '',
    terms: 'unknown',
    permission: null,
    commercial: false,
    locked: true,
    original,
    translations: [],
    until: null,
  }
}

/** What the terms decide themselves is not left to a box that somebody may forget. */
function settled(licence: LicenceRecord): LicenceRecord {
  const { terms, permission, commercial, locked } = licence
  return {
    ...licence,
    permission: terms === 'permission' ? (permission ?? { by: '', on: '' }) : null,
    commercial: commercial && !forbidsCommerce(terms),
    locked: locked || forbidsChanges(terms),
  }
}

/** The record somebody is writing: it survives a reload, and goes when it is kept. */
export function useLicenceDraft(assessment: string, content: InstrumentContent) {
  const [licence, setLicence] = useState<LicenceRecord>(
    () => earlier(assessment, content) ?? emptyLicence(content),
  )
  const change = (part: Partial<LicenceRecord>): void => {
    const next = settled({ ...licence, ...part })
    setLicence(next)
    sessionStorage.setItem(keyOf(assessment), JSON.stringify(next))
  }
  return { licence, change }
}

export const forgetLicence = (assessment: string): void =>
  sessionStorage.removeItem(keyOf(assessment))

/** A record of the same instrument, as far as its languages tell. */
function earlier(
  assessment: string,
  { languages }: InstrumentContent,
): LicenceRecord | undefined {
  const kept = sessionStorage.getItem(keyOf(assessment))
  if (kept === null) return undefined
  const draft = Draft.safeParse(JSON.parse(kept))
  return draft.success && languages.includes(draft.data.original) ? draft.data : undefined
}

/** While it is written, fields may still be empty. */
const Draft = LicenceRecord.extend({
  name: LicenceRecord.shape.name.or(LicenceRecord.shape.name.catch('')),
  holder: LicenceRecord.shape.holder.catch(''),
  permission: LicenceRecord.shape.permission.catch({ by: '', on: '' }),
  until: LicenceRecord.shape.until.catch(null),
})
