const workerAddress = '/facilitate/session-worker.js'
const cacheName = (): string => `room ${location.pathname}`

/** Browsers that guard scripts take the address of one from a named policy only. */
interface Policies {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ): { createScriptURL(address: string): string }
}

let guarded: string | undefined

function guardedAddress(): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: Policies }
  guarded ??= trustedTypes
    ? trustedTypes
        .createPolicy('session-worker', { createScriptURL: () => workerAddress })
        .createScriptURL(workerAddress)
    : workerAddress
  return guarded
}

/**
 * Puts this page and everything it is made of into a cache of its own, with a worker that
 * answers from it for this one address. When it returns, the network may go.
 *
 * @throws Error where the browser has no worker, or a file could not be fetched
 */
export async function makeAvailableOffline(): Promise<void> {
  const registration = await navigator.serviceWorker.register(guardedAddress(), {
    scope: location.pathname,
    updateViaCache: 'none',
  })
  const cache = await caches.open(cacheName())
  await cache.addAll([location.pathname, ...filesOfPage()])
  await activated(registration)
}

/** Everything `makeAvailableOffline` made, taken away again. */
export async function forgetOffline(): Promise<void> {
  await caches.delete(cacheName())
  const registration = await navigator.serviceWorker.getRegistration(location.pathname)
  // A wider worker would not be ours to end.
  if (registration && new URL(registration.scope).pathname === location.pathname) {
    await registration.unregister()
  }
}

/** The addresses of scripts, styles, icons and fonts, as the built page names them. */
function filesOfPage(): readonly string[] {
  const named = [...document.querySelectorAll<HTMLScriptElement>('script[src]')].map(
    ({ src }) => src,
  )
  const linked = [...document.querySelectorAll<HTMLLinkElement>('link[href]')].map(
    ({ href }) => href,
  )
  const fonts = [...document.styleSheets].flatMap((sheet) =>
    fontsIn(sheet.cssRules, sheet.href ?? location.href),
  )
  return [...new Set([...named, ...linked, ...fonts])]
}

function fontsIn(rules: CSSRuleList, base: string): readonly string[] {
  return [...rules].flatMap((rule) => {
    if (!(rule instanceof CSSFontFaceRule)) return []
    const addresses = rule.style.getPropertyValue('src').matchAll(/url\("?([^")]+)"?\)/g)
    return [...addresses].map(([, address = '']) => new URL(address, base).href)
  })
}

function activated({ active, waiting, installing }: ServiceWorkerRegistration) {
  return new Promise<void>((resolve, reject) => {
    const worker = active ?? waiting ?? installing
    if (!worker || worker.state === 'activated') return resolve()
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated') resolve()
      if (worker.state === 'redundant') reject(new Error('the worker was not installed'))
    })
  })
}
