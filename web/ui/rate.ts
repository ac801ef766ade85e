import type { RateBand } from '#analysis/disclosure/disclosed.ts'
import { useLanguage } from '../language.tsx'

/** A response rate in words. */
export function useRateWords(): (rate: RateBand) => string {
  const { say } = useLanguage()
  return (rate) => {
    switch (rate.kind) {
      case 'band':
        return say('rate.band', { from: rate.from, to: rate.to })
      case 'step':
        return say(`rate.${rate.step}`)
      case 'hidden':
        return say('hidden')
      case 'unknown':
        return say('rate.unknown')
    }
  }
}
