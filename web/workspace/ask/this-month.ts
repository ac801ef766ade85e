/** The month that is now, as `2026-11`. */
export function thisMonth(): string {
  return new Date().toISOString().slice(0, 7)
}
