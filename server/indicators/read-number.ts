/**
 * A number as people and spreadsheets write it: `4,8`, `4.8 %`, `1 234,5`, `1.234,5`.
 *
 * @param largest what the number could be at most: `1.234` is more than a thousand only where
 *   so much is possible
 * @returns `unclear` where a mark could stand for thousands or for decimals; null for no number
 */
export function readNumber(text: string, largest: number): number | 'unclear' | null {
  const plain = text.replace(/\s*%$/, '').replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3})/g, '')
  const single = /^(\d+)(?:[.,](\d+))?$/.exec(plain)
  if (single) {
    const [, whole = '', decimals = ''] = single
    const inThousands = Number(whole + decimals)
    const isEither = decimals.length === 3 && whole.length <= 3 && !whole.startsWith('0')
    if (isEither && inThousands <= largest) return 'unclear'
    return Number(`${whole}.${decimals || '0'}`)
  }
  const grouped = /^\d{1,3}(?:(?:\.\d{3})+(?:,(\d+))?|(?:,\d{3})+(?:\.(\d+))?)$/.exec(
    plain,
  )
  if (!grouped) return null
  const [, afterComma, afterPoint] = grouped
  const decimals = afterComma ?? afterPoint ?? ''
  const digits = plain.replace(/[.,]/g, '')
  const whole = digits.slice(0, digits.length - decimals.length)
  return Number(`${whole}.${decimals || '0'}`)
}
