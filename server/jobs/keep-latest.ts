/**
 * Remembers what takes long to compute: asked for twice at once it is computed once, and the
 * latest few are kept. What failed is not.
 *
 * @param most how many are kept
 */
export function keepLatest<Value>(
  most: number,
): (key: string, compute: () => Promise<Value>) => Promise<Value> {
  const kept = new Map<string, Promise<Value>>()
  return (key, compute) => {
    const computing = kept.get(key) ?? compute()
    computing.catch(() => kept.delete(key))
    kept.delete(key)
    kept.set(key, computing)
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break
      kept.delete(oldest)
    }
    return computing
  }
}
