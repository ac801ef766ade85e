import type { Manifest } from '#surveys/ballot/manifest.ts'
import { element, paragraph } from '../element.ts'
import type { WelcomeLanguage, WelcomeText } from '../language.ts'

const limits = [
  'limits.page',
  'limits.live',
  'limits.device',
  'limits.network',
  'limits.colleagues',
  'limits.holders',
  'limits.groups',
  'limits.watched',
  'limits.followup',
  'limits.future',
] as const satisfies readonly WelcomeText[]

/** How it works, and what could still go wrong: as plainly as the promises. */
export function disclosures(
  manifest: Manifest,
  { say }: WelcomeLanguage,
): readonly HTMLElement[] {
  return [
    disclosure(say('known.title'), paragraph(say('known.text'))),
    disclosure(say('unlinked.title'), paragraph(say('unlinked.text'))),
    disclosure(say('sealed.title'), ...keyHolders(manifest, say)),
    disclosure(say('servers.title'), paragraph(servers(manifest, say))),
    disclosure(
      say('limits.title'),
      element('ul', {}, ...limits.map((key) => element('li', {}, say(key)))),
    ),
  ]
}

function keyHolders(
  { trustees, trusteesNeeded, smallestGroup }: Manifest,
  say: WelcomeLanguage['say'],
): readonly HTMLElement[] {
  const count = trustees.length
  return [
    paragraph(say('sealed.text', { needed: trusteesNeeded, count })),
    element(
      'ul',
      {},
      ...trustees.map(({ side, name }) =>
        element('li', {}, say(`sealed.${side}`, { name })),
      ),
    ),
    paragraph(say('sealed.after', { smallest: smallestGroup })),
  ]
}

/** One computer by what its addresses show; whether two have two owners no page can tell. */
function servers({ ballotBox }: Manifest, say: WelcomeLanguage['say']): string {
  const box = new URL(ballotBox.origin)
  if (box.hostname === location.hostname) return say('servers.one')
  return say('servers.two', { office: location.host, box: box.host })
}

export function disclosure(
  title: string,
  ...content: readonly HTMLElement[]
): HTMLDetailsElement {
  return element('details', {}, element('summary', {}, title), ...content)
}
