import { useState } from 'react'

/**
 * What was typed and not kept yet: it survives a reload of the page, in this window alone, and
 * is forgotten when it is kept.
 */
export function useDraft<Draft extends object>(
  name: string,
  none: Draft,
): readonly [Draft, (draft: Draft) => void] {
  const key = `groundwork.draft.${name}`
  const [draft, setDraft] = useState<Draft>(() => readDraft(key, none))
  const change = (next: Draft): void => {
    if (Object.keys(next).length === 0) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify(next))
    setDraft(next)
  }
  return [draft, change]
}

function readDraft<Draft>(key: string, none: Draft): Draft {
  const kept = sessionStorage.getItem(key)
  return kept ? (JSON.parse(kept) as Draft) : none // written by us, just above
}
