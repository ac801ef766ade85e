/**
 * How the names of our cookies begin. Over https browsers take `__Host-` from this very host only,
 * so that no neighbour under the same domain can put one of its own in its place.
 */
export function cookiePrefix(origin: string): string {
  return origin.startsWith('https:') ? '__Host-groundwork' : 'groundwork'
}
