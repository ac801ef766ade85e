import type { Changes } from '#server/follow-up/contract.ts'
import { useLanguage } from '../../language.tsx'

/** A change in words. Hidden is never "no change". */
export function useChangeWords(): (
  change: Changes['lines'][number]['organization'],
) => string {
  const { say, number } = useLanguage()
  return (change) => {
    switch (change.kind) {
      case 'change':
        return say(change.points < 0 ? 'waves.points.less' : 'waves.points.more', {
          points: number(Math.abs(change.points)),
        })
      case 'no-clear-change':
        return say('waves.no-clear-change')
      case 'hidden':
        return say('hidden')
    }
  }
}
