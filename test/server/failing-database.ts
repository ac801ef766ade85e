import type { KyselyPlugin } from 'kysely'

/** Lets so many queries through, then fails one. */
export function failingAfter(
  queries: number,
): KyselyPlugin & { readonly hasFailed: () => boolean } {
  let left = queries
  return {
    hasFailed: () => left < 0,
    transformQuery({ node }) {
      left -= 1
      if (left === -1) throw new Error('the disk is full')
      return node
    },
    transformResult: async ({ result }) => result,
  }
}
