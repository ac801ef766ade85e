/** Everything that introduces a program, in the order in which it is shown. */
export const materialKinds = [
  'slides',
  'group-plan',
  'individual',
  'manager-session',
  'manager-guide',
  'talk-card',
  'handout',
  'wallet-card',
  'posters',
  'faq',
  'policy',
  'intranet',
  'public-page',
  'messages',
  'quiz-staff',
  'quiz-managers',
  'family-letter',
  'easy-read',
  'annual-example',
  'attendance',
] as const

export type MaterialKind = (typeof materialKinds)[number]
