import { lazyRouteComponent } from '@tanstack/react-router'

/** Pages that are loaded when they are opened: few people open each of them. */

/** The forms bring the questionnaire's model with them: loaded when they are opened. */
export const newGroupPage = lazyRouteComponent(
  () => import('./workspace/ask/new-group-page.tsx'),
  'NewGroupPage',
)
export const talkPage = lazyRouteComponent(
  () => import('./workspace/facilitate/talk-page.tsx'),
  'TalkPage',
)
export const interviewPage = lazyRouteComponent(
  () => import('./workspace/manager/interview-page.tsx'),
  'InterviewPage',
)

/** Preparing in its parts, each loaded when it is opened. */
export const questionsPage = lazyRouteComponent(
  () => import('./workspace/prepare/questions-page.tsx'),
  'QuestionsPage',
)
export const dutiesPage = lazyRouteComponent(
  () => import('./workspace/prepare/duties-page.tsx'),
  'DutiesPage',
)
export const publishedPage = lazyRouteComponent(
  () => import('./workspace/prepare/published-page.tsx'),
  'PublishedPage',
)
export const checksPage = lazyRouteComponent(
  () => import('./workspace/prepare/checks-page.tsx'),
  'ChecksPage',
)

export const gatePage = lazyRouteComponent(
  () => import('./workspace/design/gate-page.tsx'),
  'GatePage',
)
export const logPage = lazyRouteComponent(
  () => import('./workspace/design/log-page.tsx'),
  'LogPage',
)
export const programPage = lazyRouteComponent(
  () => import('./workspace/design/program-page.tsx'),
  'ProgramPage',
)

/** A review is read once a year. */
export const yearPage = lazyRouteComponent(
  () => import('./workspace/review/year-page.tsx'),
  'YearPage',
)
export const totalsPage = lazyRouteComponent(
  () => import('./workspace/review/totals-page.tsx'),
  'TotalsPage',
)
export const scorecardPage = lazyRouteComponent(
  () => import('./workspace/review/scorecard-page.tsx'),
  'ScorecardPage',
)
export const deliverPage = lazyRouteComponent(
  () => import('./workspace/review/deliver-page.tsx'),
  'DeliverPage',
)

/** Focus groups are planned by few: their pages are loaded when they are opened. */
export const groupsPage = lazyRouteComponent(
  () => import('./workspace/groups/groups-page.tsx'),
  'GroupsPage',
)
export const facilitatorPage = lazyRouteComponent(
  () => import('./workspace/groups/facilitator-page.tsx'),
  'FacilitatorPage',
)

/** Coding brings the codebook in five languages with it. */
export const codePage = lazyRouteComponent(
  () => import('./workspace/coding/code-page.tsx'),
  'CodePage',
)
export const codebookPage = lazyRouteComponent(
  () => import('./workspace/coding/codebook-page.tsx'),
  'CodebookPage',
)
export const agreementPage = lazyRouteComponent(
  () => import('./workspace/coding/agreement-page.tsx'),
  'AgreementPage',
)
export const themesPage = lazyRouteComponent(
  () => import('./workspace/coding/themes-page.tsx'),
  'ThemesPage',
)
export const exchangePage = lazyRouteComponent(
  () => import('./workspace/coding/exchange-page.tsx'),
  'ExchangePage',
)

/** The year after, and the next wave. */
export const nextWavePage = lazyRouteComponent(
  () => import('./workspace/review/next-wave-page.tsx'),
  'NextWavePage',
)
export const unitsBeforePage = lazyRouteComponent(
  () => import('./workspace/review/units-before-page.tsx'),
  'UnitsBeforePage',
)
export const whatChangedPage = lazyRouteComponent(
  () => import('./workspace/review/what-changed-page.tsx'),
  'WhatChangedPage',
)
export const actionsPage = lazyRouteComponent(
  () => import('./workspace/review/actions-page.tsx'),
  'ActionsPage',
)
export const nextYearPage = lazyRouteComponent(
  () => import('./workspace/review/next-year-page.tsx'),
  'NextYearPage',
)

/** Questionnaires of other tools come to few surveys. */
export const instrumentsPage = lazyRouteComponent(
  () => import('./workspace/instruments/instruments-page.tsx'),
  'InstrumentsPage',
)
export const wordsPage = lazyRouteComponent(
  () => import('./workspace/tell/words-page.tsx'),
  'WordsPage',
)

/** Key holders bring the cryptography with them. */
export const keyPage = lazyRouteComponent(
  () => import('./workspace/trustees/key-page.tsx'),
  'KeyPage',
)

/** Sessions that introduce the program: planned now and then. */
export const sessionsPage = lazyRouteComponent(
  () => import('./workspace/sessions/sessions-page.tsx'),
  'SessionsPage',
)
export const facilitatedSessionsPage = lazyRouteComponent(
  () => import('./workspace/sessions/facilitated-page.tsx'),
  'FacilitatedSessionsPage',
)
export const reachPage = lazyRouteComponent(
  () => import('./workspace/sessions/reach-page.tsx'),
  'ReachPage',
)
