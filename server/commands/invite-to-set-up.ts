import { offerSetUp } from '../accounts/set-up-organization.ts'
import type { Services } from '../services.ts'

/** What to do at the address that was just printed. */
export async function inviteToSetUp(services: Services): Promise<string> {
  const link = await offerSetUp(services)
  const example = services.config.loopback
    ? 'You can explore an example organization there,\nor set up your own'
    : 'You can set up your organization there'
  return link
    ? `Open that address in a browser. ${example} with this link, which works once:\n\n  ${link}`
    : `Open that address in a browser. ${services.config.loopback ? 'You can explore an example organization there, or sign in.' : 'Sign in there.'}`
}
