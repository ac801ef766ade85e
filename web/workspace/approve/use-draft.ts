import { useState } from 'react'

/** A text that is being written: it survives a reload of this tab, and nothing else. */
export function useDraft(name: string): readonly [string, (text: string) => void] {
  const [text, setText] = useState(() => sessionStorage.getItem(name) ?? '')
  const write = (next: string): void => {
    setText(next)
    if (next === '') sessionStorage.removeItem(name)
    else sessionStorage.setItem(name, next)
  }
  return [text, write]
}
