import type { ReactNode } from 'react'
import { TextField } from '../../manager-interview/text-field.tsx'
import type { Words } from './use-words.ts'

/** A field for words in which nobody may be named. */
export function WordsField({
  label,
  words,
}: {
  readonly label: string
  readonly words: Words
}): ReactNode {
  return (
    <TextField
      label={label}
      text={words.text}
      findings={words.findings}
      onText={words.write}
      onHarmless={words.callHarmless}
    />
  )
}
