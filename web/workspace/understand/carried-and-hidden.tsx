import type { ReactNode } from 'react'
import type { Results } from '#server/results/contract.ts'
import type { ConstructId } from '#surveys/constructs.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'

type Release = Results['release']

const mostStrengths = 3
/** Where at most this share is concerned, most people are well off. */
const lowShare = 0.25

/** What goes well: the least widespread needs that have a good side. */
export function StrengthsCard({ results }: { readonly results: Results }): ReactNode {
  const { say, sayIf } = useLanguage()
  const sentences = strengthsOf(results.release)
    .map((construct) => sayIf(`strength.${construct}`))
    .filter((sentence) => sentence !== '')
    .slice(0, mostStrengths)
  return (
    <Card title={say('understand.strengths')}>
      {sentences.length > 0 ? (
        <p>{sentences.join(' ')}</p>
      ) : (
        <p>{say('understand.strengths.none')}</p>
      )}
      <p className="quiet">{say('understand.strengths.why')}</p>
    </Card>
  )
}

function strengthsOf(release: Release): readonly ConstructId[] {
  const shares = Object.entries(release.constructs).flatMap(([construct, released]) => {
    const share = released.organization.shareElevated
    const isLow =
      (share.kind === 'shown' || share.kind === 'at-most') && share.value <= lowShare
    return isLow ? [{ construct: construct as ConstructId, value: share.value }] : []
  })
  return shares
    .toSorted((a, b) => a.value - b.value || a.construct.localeCompare(b.construct))
    .map(({ construct }) => construct)
}

/** What may not be shown, and why nobody can lift it. */
export function HiddenCard({ release }: { readonly release: Release }): ReactNode {
  const { say, count } = useLanguage()
  const hidden = Object.values(release.constructs).reduce(
    (sum, { organization, units }) =>
      sum +
      [organization, ...Object.values(units)].filter(
        ({ meanNeed }) => meanNeed.kind === 'hidden',
      ).length,
    0,
  )
  return (
    <Card title={say('understand.hidden')}>
      <p>{count('understand.hidden.count', hidden)}</p>
      <p className="quiet">{say('understand.hidden.why')}</p>
    </Card>
  )
}
