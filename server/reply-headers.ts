import type { MiddlewareHandler } from 'hono'

/** What no page of ours may use; and no other policy can give it back. */
const withheld = [
  'accelerometer',
  'bluetooth',
  'browsing-topics',
  'camera',
  'display-capture',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
  'xr-spatial-tracking',
]

/** What every reply of ours says to a browser, at the office and where ballots are cast. */
export const everywhere: Readonly<Record<string, string>> = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': withheld.map((feature) => `${feature}=()`).join(', '),
  'referrer-policy': 'no-referrer',
  // Browsers heed this over https only. The host names are ours alone.
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
}

/** The policy of whatever is no page: nothing in it is run, and it stands in no frame. */
export const noPage = "default-src 'none'; frame-ancestors 'none'"

const said = {
  ...everywhere,
  'content-security-policy': noPage,
  'cache-control': 'no-store',
}

/** Sets what every reply says, also a refusal, where a page does not say otherwise of itself. */
export const setHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(said)) {
    if (!c.res.headers.has(name)) c.header(name, value)
  }
}
