import type { Disclosed, Release, ReleasedConstruct } from './disclosed.ts'
import { mint } from './mint.ts'

/**
 * What a release says of the whole organization, and the names of its units and groups. Of
 * 2,000 units it is a hundredth of the release: what plans a program needs no more.
 */
export interface ReleaseOutline
  extends Pick<Release, 'organization' | 'units' | 'groups' | 'wanted'> {
  readonly constructs: Readonly<
    Partial<Record<keyof Release['constructs'], Pick<ReleasedConstruct, 'organization'>>>
  >
}

export function outlineOf(release: Disclosed<Release>): Disclosed<ReleaseOutline> {
  const { organization, units, groups, wanted } = release
  const constructs = Object.entries(release.constructs).map(([id, { organization }]) => {
    return [id, { organization }] as const
  })
  return mint({
    organization,
    units,
    groups,
    wanted,
    constructs: Object.fromEntries(constructs),
  })
}
