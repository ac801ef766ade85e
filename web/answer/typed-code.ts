import { readAccessCode, writeAccessCode } from '#surveys/ballot/access-code.ts'

const codeLength = 26

/** What a person typed, as a code, or why it cannot be one. */
export type TypedCode =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'missing' | 'mistyped' }
  | { readonly kind: 'length'; readonly length: number }

export function readTypedCode(text: string): TypedCode {
  const { length } = text.replace(/[\s-]/g, '')
  if (length === 0) return { kind: 'missing' }
  if (length !== codeLength) return { kind: 'length', length }
  const bytes = readAccessCode(text)
  return bytes ? { kind: 'code', code: writeAccessCode(bytes) } : { kind: 'mistyped' }
}
