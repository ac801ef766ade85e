import type { Locale } from '#surveys/locale.ts'
import type { Paper } from './document.ts'
import type { MaterialKind } from './material-kinds.ts'
import { annualExample } from './materials/annual-example.ts'
import { attendance } from './materials/attendance.ts'
import { handout } from './materials/handout.ts'
import { managerGuide, talkCard } from './materials/managers.ts'
import { messages } from './materials/messages.ts'
import { intranet, publicPage } from './materials/pages.ts'
import { policy } from './materials/policy.ts'
import { managersQuiz, staffQuiz } from './materials/quizzes.ts'
import { groupPlan, individual, managerSession } from './materials/sessions.ts'
import { slides } from './materials/slides.ts'
import { easyRead, familyLetter, faq, posters, walletCard } from './materials/staff.ts'
import type { Records } from './records.ts'
import { type Tailoring, tailor } from './tailoring.ts'
import { type Passage, type Voice, voiceOf } from './voice.ts'

const makers: Readonly<
  Record<MaterialKind, (voice: Voice, tailoring: Tailoring) => Paper<Passage>>
> = {
  slides,
  'group-plan': groupPlan,
  individual,
  'manager-session': managerSession,
  'manager-guide': managerGuide,
  'talk-card': talkCard,
  handout,
  'wallet-card': walletCard,
  posters,
  faq,
  policy,
  intranet,
  'public-page': publicPage,
  messages,
  'quiz-staff': staffQuiz,
  'quiz-managers': managersQuiz,
  'family-letter': familyLetter,
  'easy-read': easyRead,
  'annual-example': annualExample,
  attendance,
}

/** One material in one language, made from the records and nothing else. */
export function makeMaterial(
  kind: MaterialKind,
  records: Records,
  locale: Locale,
): Paper<Passage> {
  return makers[kind](voiceOf(records, locale), tailor(records.findings))
}
