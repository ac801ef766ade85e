import type { Assessment } from '#server/assessments/contract.ts'
import { useLanguage } from '../../language.tsx'

/** The name of a reporting unit by its id, or of the whole organization for null. */
export function useGroupNames({
  counted,
}: Pick<Assessment, 'counted'>): (unit: string | null) => string {
  const { say } = useLanguage()
  const names = new Map(counted.map(({ id, name }) => [id, name]))
  return (unit) => (unit === null ? say('whole') : (names.get(unit) ?? unit))
}
