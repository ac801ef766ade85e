import { Button, Radio, Textarea } from '@mantine/core'
import type { ReactNode } from 'react'
import { isBlocked } from '#analysis/recommendation/decide-again.ts'
import type { Program } from '#server/programs/contract.ts'
import { mostLetters } from '#server/programs/log/contract.ts'
import { useLanguage } from '../../language.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { needsReason, type Recommendation } from './decisions.ts'
import { focusChoice } from './focus.ts'
import { useDecision, type Verdict, verdicts } from './use-decision.ts'
import { VerdictFields } from './verdict-fields.tsx'

/** Decides about one component, in one of five ways; what it means is said before it is done. */
export function DecisionForm({
  id,
  recommendation,
  program,
  onDone,
}: {
  readonly id: string
  readonly recommendation: Recommendation
  readonly program: Program
  readonly onDone: () => void
}): ReactNode {
  const { say } = useLanguage()
  const { verdict, choose, isOpenTo, drafts, send, error, isPending } = useDecision(
    id,
    recommendation,
    program,
    onDone,
  )
  const isReasoned = verdict === 'set-tier' || needsReason(recommendation, verdict)
  return (
    <form className="decision" onSubmit={send} ref={focusChoice}>
      <Radio.Group
        label={say('decide.legend')}
        value={verdict}
        onChange={(value) => choose(verdicts.find((one) => one === value) ?? 'adopt')}
      >
        {verdicts.map((one) => (
          <Radio
            key={one}
            value={one}
            label={say(one === 'set-tier' ? 'decide.set-tier' : `verdict.${one}`)}
            disabled={!isOpenTo(one)}
          />
        ))}
      </Radio.Group>
      {isBlocked(recommendation) && <p className="warn">{say('decide.blocked')}</p>}
      <VerdictFields verdict={verdict} drafts={drafts} />
      <Textarea
        label={say('design.reason')}
        description={reasonHint(verdict, isReasoned, say)}
        required={isReasoned}
        maxLength={mostLetters}
        autosize
        value={drafts.reason.text}
        onChange={({ currentTarget }) => drafts.reason.write(currentTarget.value)}
      />
      {program.adopted && <p className="warn">{say('decide.ends-adoption')}</p>}
      <RefusalNote refusal={error} />
      <div className="row">
        <Button type="submit" size="sm" loading={isPending}>
          {say(`decide.button.${verdict}`)}
        </Button>
        <Button variant="subtle" size="sm" onClick={onDone}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  )
}

function reasonHint(
  verdict: Verdict,
  isReasoned: boolean,
  say: ReturnType<typeof useLanguage>['say'],
): string {
  if (verdict === 'set-tier') return say('decide.set-tier.hint')
  if (!isReasoned) return say('decide.reason.free')
  return say(verdict === 'reject' ? 'design.reason.drop' : 'design.reason.adopt')
}
