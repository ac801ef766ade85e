import { ArchiveProblem, type StoreName } from './contents.ts'
import type { CheckedArchive } from './read-archive.ts'

/** @throws ArchiveProblem for a backup of the other store, and for one made by somebody else */
export function refuseOther({ heading, proven }: CheckedArchive, store: StoreName): void {
  if (heading.store !== store) {
    throw new ArchiveProblem(`This is a backup of the ${heading.store}.`)
  }
  if (proven === false) {
    throw new ArchiveProblem(
      'The backup was made by another installation, or changed by somebody who has no key of this one.',
    )
  }
}
