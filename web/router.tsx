import type { QueryClient } from '@tanstack/react-query'
import {
  type AsyncRouteComponent,
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import type { FrontDoor } from '#server/accounts/contract.ts'
import { assessmentQuery, frontDoorQuery } from './assessment.ts'
import {
  actionsPage,
  agreementPage,
  checksPage,
  codebookPage,
  codePage,
  deliverPage,
  dutiesPage,
  exchangePage,
  facilitatedSessionsPage,
  facilitatorPage,
  gatePage,
  groupsPage,
  instrumentsPage,
  interviewPage,
  keyPage,
  logPage,
  newGroupPage,
  nextWavePage,
  nextYearPage,
  programPage,
  publishedPage,
  questionsPage,
  reachPage,
  scorecardPage,
  sessionsPage,
  talkPage,
  themesPage,
  totalsPage,
  unitsBeforePage,
  whatChangedPage,
  wordsPage,
  yearPage,
} from './lazy-pages.ts'
import { paths } from './paths.ts'
import { AccountPage } from './workspace/accounts/account-page.tsx'
import { JoinPage } from './workspace/accounts/join-page.tsx'
import { SetUpPage } from './workspace/accounts/set-up-page.tsx'
import { SignInPage } from './workspace/accounts/sign-in-page.tsx'
import { WayBackPage } from './workspace/accounts/way-back-page.tsx'
import { ApprovePage } from './workspace/approve/approve-page.tsx'
import { NoticePage } from './workspace/approve/notice-page.tsx'
import { AskPage } from './workspace/ask/ask-page.tsx'
import { InviteManagerPage } from './workspace/ask/invite-manager-page.tsx'
import { AssessmentFrame } from './workspace/assessments/assessment-frame.tsx'
import { AssessmentsPage } from './workspace/assessments/assessments-page.tsx'
import { HomePage } from './workspace/assessments/home-page.tsx'
import { DonePage } from './workspace/audit/done-page.tsx'
import { readDesignSearch } from './workspace/design/design-search.ts'
import { StudiesPage } from './workspace/facilitate/studies-page.tsx'
import { TalksPage } from './workspace/facilitate/talks-page.tsx'
import { Frame, NotFound, Stumbled } from './workspace/frame.tsx'
import { FrontPage } from './workspace/front/front-page.tsx'
import { IndicatorsPage } from './workspace/indicators/indicators-page.tsx'
import { InvitationsPage } from './workspace/invitations/invitations-page.tsx'
import { PeoplePage } from './workspace/people/people-page.tsx'
import { PreparePage } from './workspace/prepare/prepare-page.tsx'
import { ReportPage } from './workspace/report/report-page.tsx'
import { TellPage } from './workspace/tell/tell-page.tsx'
import { KeyHoldersPage } from './workspace/trustees/key-holders-page.tsx'
import { readHeatSearch } from './workspace/understand/heat-search.ts'
import { NeedsPage } from './workspace/understand/needs-page.tsx'
import { readSourcesSearch } from './workspace/understand/sources-search.ts'
import { UnderstandPage } from './workspace/understand/understand-page.tsx'
import { VoicesPage } from './workspace/understand/voices-page.tsx'
import { WeightPage } from './workspace/understand/weight-page.tsx'

interface Context {
  readonly client: QueryClient
}

type Me = NonNullable<FrontDoor['me']>

const root = createRootRouteWithContext<Context>()({
  component: Frame,
  notFoundComponent: NotFound,
  errorComponent: Stumbled,
})

const at = <Path extends string>(
  path: Path,
  component: (() => React.ReactNode) | AsyncRouteComponent<unknown>,
) => createRoute({ getParentRoute: () => root, path, component })

/** Pages for the two sides; others are led to their own, or to the door. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ context }) => {
    const door = await context.client.fetchQuery(frontDoorQuery)
    if (!door.me) throw redirect({ to: paths.front })
    const elsewhere = elsewhereFor(door.me)
    if (elsewhere) throw redirect({ to: elsewhere })
  },
})

/** Where people begin who may do nothing with an assessment, or not yet. */
function elsewhereFor({ role, needsSecondFactor }: Me) {
  if (needsSecondFactor) return paths.account
  if (role === 'provider') return paths.deliver
  if (role === 'administrator') return paths.people
  return role === 'facilitator' ? paths.facilitate : null
}

/** Pages for whoever has an account. */
const withAccount = createRoute({
  getParentRoute: () => root,
  id: 'with-account',
  beforeLoad: async ({ context }) => {
    const door = await context.client.fetchQuery(frontDoorQuery)
    if (!door.me) throw redirect({ to: paths.front })
  },
})

const own = <Path extends string>(
  path: Path,
  component: (() => React.ReactNode) | AsyncRouteComponent<unknown>,
) => createRoute({ getParentRoute: () => withAccount, path, component })

/** Pages for whoever holds groups and interviews. */
const facilitating = createRoute({
  getParentRoute: () => root,
  id: 'facilitating',
  beforeLoad: async ({ context }) => {
    const door = await context.client.fetchQuery(frontDoorQuery)
    if (!door.me) throw redirect({ to: paths.front })
    if (door.me.needsSecondFactor) throw redirect({ to: paths.account })
    if (door.me.role !== 'facilitator') throw redirect({ to: paths.assessments })
  },
})

const facilitated = <Path extends string>(
  path: Path,
  component: AsyncRouteComponent<unknown>,
) => createRoute({ getParentRoute: () => facilitating, path, component })

const inside = <Path extends string>(path: Path, component: () => React.ReactNode) =>
  createRoute({ getParentRoute: () => signedIn, path, component })

const assessment = createRoute({
  getParentRoute: () => signedIn,
  path: '/assessments/$id',
  component: AssessmentFrame,
  loader: ({ context, params }) =>
    context.client.ensureQueryData(assessmentQuery(params.id)),
})

const step = <Path extends string>(
  path: Path,
  component: (() => React.ReactNode) | AsyncRouteComponent<unknown>,
) => createRoute({ getParentRoute: () => assessment, path, component })

/** Needs by unit or background; what is chosen there stands in the address. */
const unitsPage = createRoute({
  getParentRoute: () => assessment,
  path: 'understand/units',
  validateSearch: readHeatSearch,
  component: lazyRouteComponent(
    () => import('./workspace/understand/units-page.tsx'),
    'UnitsPage',
  ),
})

/** What each source says, side by side; what is chosen there stands in the address. */
const sourcesPage = createRoute({
  getParentRoute: () => assessment,
  path: 'understand/sources',
  validateSearch: readSourcesSearch,
  component: lazyRouteComponent(
    () => import('./workspace/understand/sources-page.tsx'),
    'SourcesPage',
  ),
})

/** What is recommended and decided: how it is listed stands in the address. */
const designPage = createRoute({
  getParentRoute: () => assessment,
  path: 'design',
  validateSearch: readDesignSearch,
  component: lazyRouteComponent(
    () => import('./workspace/design/design-page.tsx'),
    'DesignPage',
  ),
})
const routes = root.addChildren([
  at(paths.front, FrontPage),
  at(paths.setUp, SetUpPage),
  at(paths.signIn, SignInPage),
  at(paths.join, JoinPage),
  at(paths.wayBack, WayBackPage),
  withAccount.addChildren([
    own(paths.account, AccountPage),
    own(paths.people, PeoplePage),
    own(paths.deliver, deliverPage),
  ]),
  at(paths.trustee, keyPage),
  at(paths.interview, interviewPage),
  facilitating.addChildren([
    createRoute({
      getParentRoute: () => facilitating,
      path: paths.facilitate,
      component: StudiesPage,
    }),
    createRoute({
      getParentRoute: () => facilitating,
      path: paths.facilitateStudy,
      component: facilitatorPage,
    }),
    createRoute({
      getParentRoute: () => facilitating,
      path: paths.talks,
      component: TalksPage,
    }),
    createRoute({
      getParentRoute: () => facilitating,
      path: paths.talk,
      component: talkPage,
    }),
    facilitated(paths.facilitateSessions, facilitatedSessionsPage),
    facilitated(paths.coding, codePage),
    facilitated(paths.codebook, codebookPage),
    facilitated(paths.agreement, agreementPage),
    facilitated(paths.themes, themesPage),
    facilitated(paths.exchange, exchangePage),
  ]),
  signedIn.addChildren([
    inside(paths.assessments, AssessmentsPage),
    inside(paths.done, DonePage),
    assessment.addChildren([
      step('/', HomePage),
      step('prepare', PreparePage),
      step('prepare/instruments', instrumentsPage),
      step('prepare/questions', questionsPage),
      step('prepare/duties', dutiesPage),
      step('prepare/published', publishedPage),
      step('prepare/checks', checksPage),
      step('keys', KeyHoldersPage),
      step('approve', ApprovePage),
      step('notice', NoticePage),
      step('invitations', InvitationsPage),
      step('ask', AskPage),
      step('ask/groups', groupsPage),
      step('ask/focus-group', newGroupPage),
      step('ask/interview', InviteManagerPage),
      step('ask/indicators', IndicatorsPage),
      step('understand', UnderstandPage),
      step('understand/needs', NeedsPage),
      unitsPage,
      sourcesPage,
      designPage,
      step('design/gate', gatePage),
      step('design/log', logPage),
      step('program', programPage),
      step('report', ReportPage),
      step('understand/voices', VoicesPage),
      step('understand/weight', WeightPage),
      step('prepare/units-before', unitsBeforePage),
      step('review/actions', actionsPage),
      step('review/what-changed', whatChangedPage),
      step('review/next-year', nextYearPage),
      step('review/next', nextWavePage),
      step('tell', TellPage),
      step('tell/sessions', sessionsPage),
      step('tell/reach', reachPage),
      step('tell/$kind/$locale', wordsPage),
      step('review', yearPage),
      step('review/totals', totalsPage),
      step('review/scorecard', scorecardPage),
    ]),
  ]),
])

export function createWorkspaceRouter(client: QueryClient) {
  return createRouter({
    routeTree: routes,
    context: { client },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createWorkspaceRouter>
  }
}
