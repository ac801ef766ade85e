import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { keyHoldersQuery } from '../../key-holders.ts'
import { useLanguage } from '../../language.tsx'

/** Who holds the keys, and how many of them it takes. */
export function Keys({ id }: { readonly id: string }): ReactNode {
  const { say } = useLanguage()
  const { data: keys } = useQuery(keyHoldersQuery(id))
  if (!keys || keys.holders.length === 0) return '–'
  const { needed, holders } = keys
  return (
    <>
      {holders.map(({ id: holder, name, side }) => (
        <span key={holder} className="line">
          {name}, {say(`side.${side}`)}
        </span>
      ))}
      <span className="line">
        {say('keys.needed.of', { needed, all: holders.length })}
      </span>
    </>
  )
}
