import { useEffect, useState } from 'react'

/** The secret a link carries behind its #, taken out of the address bar and the history. */
export function useLinkSecret(): string {
  const [secret] = useState(() => window.location.hash.slice(1))
  useEffect(() => {
    if (window.location.hash) {
      window.history.replaceState(window.history.state, '', window.location.pathname)
    }
  }, [])
  return secret
}
