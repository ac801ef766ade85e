/** What each kind of page may load, speak to and stand in, in the words of browsers. */

/** No page talks to another host, runs a script of its own text, or can be framed. */
export const workspacePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ')

/**
 * The employee's page takes even less: no data in images, no text turned into markup, by any
 * policy. It speaks to us and to the ballot box. Only the preview may stand in a frame, and
 * only in ours.
 */
export const answerPolicy = (ballotBox: string, frame: "'none'" | "'self'"): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    `connect-src 'self' ${ballotBox}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frame}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')

/** Small pages for employees: they speak to us alone. */
export const smallPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

/** A page without a script: it speaks to nobody. */
export const printedPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The same with forms, which speak to us alone. */
export const formPolicy = printedPolicy.replace(
  "form-action 'none'",
  "form-action 'self'",
)

/**
 * The page in the room of a focus group: it speaks to us alone, and one script of ours may stand
 * between it and the network, so that it goes on without one.
 */
export const roomPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types session-worker',
].join('; ')

/** That script fetches from us, and does nothing else. */
export const workerPolicy = "default-src 'none'; connect-src 'self'"
