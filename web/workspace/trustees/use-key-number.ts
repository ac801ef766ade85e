import { useQuery } from '@tanstack/react-query'
import { keyNumber } from '#surveys/ballot/key-number.ts'

/** The number of a public key, as it is compared by eye; empty while it is computed. */
export function useKeyNumber(publicKey: string): string {
  const { data } = useQuery({
    queryKey: ['key-number', publicKey],
    queryFn: () => keyNumber(publicKey),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data ?? ''
}
