/**
 * Stands between the page of one session and the network, so that a reload works without one:
 * it answers with what the page has put into its cache, and passes everything else on untouched.
 * It stores nothing itself, and imports nothing: it is one file.
 */

interface Fetching extends Event {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

interface Worker {
  readonly registration: { readonly scope: string }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install', listener: () => void): void
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void
}

// The types of the DOM know windows only.
const worker = self as unknown as Worker
const page = new URL(worker.registration.scope)

worker.addEventListener('install', () => void worker.skipWaiting())

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== page.origin) return
  const isPage = request.mode === 'navigate' && pathname === page.pathname
  if (!isPage && !pathname.startsWith('/assets/')) return
  event.respondWith(fromCache(isPage ? page.pathname : request))
})

async function fromCache(wanted: string | Request): Promise<Response> {
  // Named, and not opened: opening would make the cache anew after it was wiped.
  const cacheName = `room ${page.pathname}`
  const kept = await caches.match(wanted, { cacheName, ignoreVary: true })
  return kept ?? fetch(wanted)
}
