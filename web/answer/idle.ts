/** How long nobody may touch the page, and how long before the end it says so. */
export interface Patience {
  readonly milliseconds: number
  readonly warningMilliseconds: number
}

export interface IdleActions {
  /** nobody has been there for a while: the page is about to be cleared */
  readonly warn: () => void
  readonly clear: () => void
}

export interface IdleWatch {
  /** somebody says that they are still there */
  readonly extend: () => void
  readonly stop: () => void
}

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'scroll']

/**
 * Watches for a page that was left alone. Once the warning stands, only `extend` counts as a
 * sign: the next person’s hand on the mouse is not the last one’s. A device that slept longer
 * than the time allowed clears the page as it wakes.
 *
 * @param page where the signs of somebody are seen
 */
export function watchIdle(
  page: EventTarget,
  { milliseconds, warningMilliseconds }: Patience,
  { warn, clear }: IdleActions,
): IdleWatch {
  let last = Date.now()
  let hasWarned = false
  let timer: ReturnType<typeof setTimeout>
  const look = () => {
    const idle = Date.now() - last
    if (idle >= milliseconds) {
      stop()
      return clear()
    }
    if (!hasWarned && idle >= milliseconds - warningMilliseconds) {
      hasWarned = true
      warn()
    }
    const next = hasWarned ? milliseconds : milliseconds - warningMilliseconds
    timer = setTimeout(look, Math.max(next - idle, 1))
  }
  const seen = () => {
    // Before it counts as a sign: the device may have slept until this very moment.
    if (Date.now() - last >= milliseconds) return look()
    if (!hasWarned) last = Date.now()
  }
  const stop = () => {
    clearTimeout(timer)
    for (const sign of signs) page.removeEventListener(sign, seen, true)
  }
  for (const sign of signs) {
    page.addEventListener(sign, seen, { capture: true, passive: true })
  }
  timer = setTimeout(look, milliseconds - warningMilliseconds)
  return {
    extend() {
      hasWarned = false
      last = Date.now()
      clearTimeout(timer)
      look()
    },
    stop,
  }
}
