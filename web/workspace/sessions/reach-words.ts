import type { ShareInTens, Tens } from '#analysis/orientation/reach.ts'
import { useLanguage } from '../../language.tsx'

/** People and shares in tens, in words; what is hidden is never 0. */
export function useReachWords(): {
  readonly tens: (tens: Tens) => string
  readonly share: (share: ShareInTens) => string
} {
  const { say, number, percent } = useLanguage()
  return {
    tens: (tens) =>
      tens.kind === 'hidden'
        ? say('hidden')
        : say('at-least', { value: number(tens.atLeast) }),
    share: (share) =>
      share.kind === 'hidden'
        ? say('hidden')
        : say('reach.about', { percent: percent(share.percent / 100) }),
  }
}
