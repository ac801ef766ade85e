/** What the tests use of the OpenID provider, which brings no types of its own. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http'

  export class Provider {
    constructor(issuer: string, configuration: object)
    readonly Client: {
      readonly prototype: { redirectUriAllowed(address: string): boolean }
    }
    callback(): RequestListener
  }
}
