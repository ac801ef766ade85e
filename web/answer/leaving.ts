export interface Leaving {
  readonly hasUnsentAnswers: () => boolean
  /** forgets everything, and empties the page */
  readonly vanish: () => void
}

const callMilliseconds = 1_000

/** Sees to it that nothing of a visit outlives the page. */
export function keepNothingBehind({ hasUnsentAnswers, vanish }: Leaving): void {
  const isCalling = watchCalls()
  window.addEventListener('beforeunload', (event) => {
    if (hasUnsentAnswers() && !isCalling()) event.preventDefault()
  })
  window.addEventListener('pagehide', vanish)
  // A page brought back from the browser's memory is an empty one: it begins anew.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload()
  })
  // Another link with a code, opened in the place of this one.
  window.addEventListener('hashchange', () => location.reload())
}

/**
 * Some browsers take a press on a phone number for leaving the page. Nobody who calls for
 * help is asked whether they are sure.
 */
function watchCalls(): () => boolean {
  let lastCall = Number.NEGATIVE_INFINITY
  document.addEventListener('click', ({ target }) => {
    const isCall = target instanceof Element && target.closest('a[href^="tel:"]')
    if (isCall) lastCall = performance.now()
  })
  return () => performance.now() - lastCall < callMilliseconds
}
