import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { tierOrder } from '#analysis/recommendation/tiers.ts'
import { mostLetters, Quality } from '#server/programs/log/contract.ts'
import { useLanguage } from '../../language.tsx'
import type { Drafts, Verdict } from './use-decision.ts'

/** What one way to decide asks for beside the reason. */
export function VerdictFields({
  verdict,
  drafts,
}: {
  readonly verdict: Verdict
  readonly drafts: Drafts
}): ReactNode {
  const { say } = useLanguage()
  if (verdict === 'change') {
    return (
      <Textarea
        label={say('decide.change')}
        description={say('decide.change.hint')}
        required
        maxLength={mostLetters}
        autosize
        value={drafts.change.text}
        onChange={({ currentTarget }) => drafts.change.write(currentTarget.value)}
      />
    )
  }
  if (verdict === 'set-tier') {
    return (
      <NativeSelect
        label={say('decide.tier')}
        value={drafts.tier.text}
        onChange={({ currentTarget }) => drafts.tier.write(currentTarget.value)}
        data={[
          ...tierOrder
            .slice(1)
            .map((tier) => ({ value: tier as string, label: say(`tier.${tier}`) })),
          { value: '', label: say('decide.tier.none') },
        ]}
      />
    )
  }
  if (verdict !== 'in-place') return null
  return (
    <>
      <TextInput
        label={say('decide.since')}
        description={say('decide.since.hint')}
        pattern="(19|20)[0-9]{2}(-(0[1-9]|1[0-2]))?"
        value={drafts.since.text}
        onChange={({ currentTarget }) => drafts.since.write(currentTarget.value)}
      />
      <NativeSelect
        label={say('decide.quality')}
        value={drafts.quality.text}
        onChange={({ currentTarget }) => drafts.quality.write(currentTarget.value)}
        data={Quality.options.map((one) => ({
          value: one,
          label: say(`quality.${one}`),
        }))}
      />
    </>
  )
}
