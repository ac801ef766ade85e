import { writeAccessCode } from '#surveys/ballot/access-code.ts'
import { type Locale, languageNames } from '#surveys/locale.ts'
import { say } from '#surveys/say.ts'
import type { OpenAssessment } from '../assessments/contract.ts'
import type { Mail } from '../post.ts'
import type { IssuedCode } from '../registrar/issue-codes.ts'
import type { RoundKind } from './contract.ts'
import { invitationKey } from './invitation-keys.ts'
import type { InvitationServices } from './invitation-services.ts'
import type { UnitToInvite } from './invited-units.ts'
import { htmlOf, type Line, textOf } from './letter-lines.ts'
import type { Invitee } from './merge-list.ts'
import { writeMuteToken } from './mute-token.ts'
import { seatsOf } from './place-set.ts'
import type { MailRound } from './store.ts'
import { factsOf, type SurveyFacts } from './survey-facts.ts'
import { dayInWords, wording } from './wording.ts'

/** All that one person's mail has that others' have not. */
interface Secrets {
  /** as it is printed, in groups */
  readonly code: string
  readonly muteToken: string
}

/**
 * Writes the mails of one batch: the same words to everybody who reads the same languages, the
 * same date, and nothing of the reader but the two secrets. No greeting by name, no picture, no
 * counter, no link that leads anywhere but to us.
 */
export function letterWriter(
  { config }: Pick<InvitationServices, 'config'>,
  assessment: OpenAssessment,
  { kind, dated }: Pick<MailRound, 'kind' | 'dated'>,
  units: readonly UnitToInvite[],
): (invitee: Invitee, code: IssuedCode) => Mail {
  const facts = factsOf(config, assessment)
  const spoken = new Map(units.map(({ unit, languages }) => [unit.id, languages]))
  const seats = seatsOf(assessment.counted)
  const muteKey = invitationKey({ config }, assessment.id, 'mute links')
  return (invitee, { secret }) => {
    const ofUnit = spoken.get(invitee.unit) ?? assessment.languages
    const languages = invitee.locale ? [invitee.locale] : ofUnit
    const secrets = {
      code: writeAccessCode(secret),
      muteToken: writeMuteToken(muteKey, seats.numberOf(invitee)),
    }
    return {
      to: {
        address: invitee.email ?? '',
        ...(invitee.name !== null && { name: invitee.name }),
      },
      date: new Date(dated),
      ...writeLetter(kind, languages, facts, secrets),
    }
  }
}

/** One letter in one or more languages, one below the other. */
function writeLetter(
  kind: RoundKind,
  languages: readonly Locale[],
  facts: SurveyFacts,
  secrets: Secrets,
): Pick<Mail, 'subject' | 'text' | 'html'> {
  const subjects = languages.map((locale) => say(wording[locale], `subject.${kind}`))
  const sections = languages.map((locale) => ({
    locale,
    title: languages.length > 1 ? languageNames[locale] : '',
    lines: linesIn(locale, kind, facts, secrets),
  }))
  const subject = `${facts.organization}: ${subjects.join(' · ')}`
  return { subject, text: textOf(sections), html: htmlOf(subject, sections) }
}

function linesIn(
  locale: Locale,
  kind: RoundKind,
  facts: SurveyFacts,
  { code, muteToken }: Secrets,
): readonly Line[] {
  const { organization, address, surveyNumber, resultsBy, contacts } = facts
  const texts = wording[locale]
  const line = (text: string): Line => ({ kind: 'words', text })
  return [
    ...(facts.example ? [line(say(texts, 'example'))] : []),
    line(
      say(texts, kind === 'invitation' ? 'purpose' : 'letter.reminder', { organization }),
    ),
    line(say(texts, `letter.link.${kind}`)),
    { kind: 'link', address: `${address}#${code.replaceAll('-', '')}` },
    line(say(texts, 'letter.type', { address, code })),
    line(say(texts, 'letter.own')),
    line(say(texts, 'letter.protected')),
    line(say(texts, 'number', { number: surveyNumber })),
    line(say(texts, 'until', { date: dayInWords(resultsBy, locale) })),
    line(
      [
        say(texts, 'help'),
        ...(contacts[locale] ?? []).map(({ name, phone }) => `${name}: ${phone}`),
      ].join('\n'),
    ),
    line(say(texts, 'letter.mute')),
    { kind: 'link', address: `${facts.muteAddress}#${muteToken}` },
  ]
}
