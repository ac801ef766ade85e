import type { ReactNode } from 'react'
import { evidenceSentenceOf } from '#analysis/recommendation/evidence.ts'
import { ruleSentenceOf } from '#analysis/recommendation/rule-sentences.ts'
import type { Program } from '#server/programs/contract.ts'
import { groupNames } from '../../group-names.ts'
import { useLanguage } from '../../language.tsx'

type Recommendation = Program['recommendations'][number]
type Decision = Program['decisions'][number]

/** Why a component is recommended or not: two statements that are never made into one. */
export function ComponentWhy({
  recommendation,
  decision,
  places,
}: {
  readonly recommendation: Recommendation
  readonly decision: Decision | undefined
  readonly places: Program['places']
}): ReactNode {
  const language = useLanguage()
  const { say } = language
  const { component, tier, rules, targetedUnits } = recommendation
  const names = groupNames(places, language)
  const reasons = rules.map((applied) => {
    const { construct } = applied
    const sentence = say(ruleSentenceOf(applied, component))
    return construct ? `${say(`construct.${construct}`)}: ${sentence}` : sentence
  })
  return (
    <aside className="card why" aria-label={say('why.heading')}>
      <p className={`tier ${tier}`}>{say(`tier.${tier}`)}</p>
      <h2>{say(`component.${component}`)}</h2>
      <p>{say(`component.${component}.what`)}</p>
      <div className="two-statements">
        <div>
          <strong>{say('design.need-real')}</strong>
          <p>{say(`tier.${tier}.why`)}</p>
        </div>
        <div>
          <strong>{say('design.helps')}</strong>
          <p>{say(`evidence.${evidenceSentenceOf(component)}`)}</p>
        </div>
      </div>
      <h3>{say('design.rests-on')}</h3>
      <ol>
        <Arithmetic recommendation={recommendation} />
        {[...new Set(reasons)].map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
        {targetedUnits.length > 0 && (
          <li>
            {say('need.targeted', {
              units: targetedUnits.map((id) => names.get(id) ?? id).join(', '),
            })}
          </li>
        )}
      </ol>
      <h3>{say('design.mind')}</h3>
      <p>{say(`component.${component}.mind`)}</p>
      {decision && decision.reason !== '' && (
        <p className="quiet">
          {say('design.decided', { name: decision.decidedBy, reason: decision.reason })}
        </p>
      )}
      <p className="quiet">{say('judgement')}</p>
    </aside>
  )
}

function Arithmetic({
  recommendation,
}: {
  readonly recommendation: Recommendation
}): ReactNode {
  const { say, number } = useLanguage()
  const { answers, wanted, priority, interval, aboveLine } = recommendation
  return (
    <>
      {answers.length > 0 && (
        <li>
          {say('reason.answers', {
            needs: answers
              .map(
                ({ construct, match }) =>
                  `${say(`construct.${construct}`)} ${number(Math.round(match))}`,
              )
              .join('; '),
          })}
        </li>
      )}
      <li>
        {wanted === null
          ? say('reason.wanted-unknown')
          : say('reason.wanted', { percent: number(wanted) })}
      </li>
      <li>
        {say('reason.priority', {
          priority,
          low: interval.low,
          high: interval.high,
          percent: Math.round(100 * aboveLine),
        })}
      </li>
    </>
  )
}
