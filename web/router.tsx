import type { QueryClient } from '@tanstack/react-query'
import {
  type AsyncRouteComponent,
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { assessmentQuery, frontDoorQuery } from './assessment.ts'
import { paths } from './paths.ts'
import { JoinPage } from './workspace/accounts/join-page.tsx'
import { SetUpPage } from './workspace/accounts/set-up-page.tsx'
import { SignInPage } from './workspace/accounts/sign-in-page.tsx'
import { ApprovePage } from './workspace/approve/approve-page.tsx'
import { NoticePage } from './workspace/approve/notice-page.tsx'
import { AskPage } from './workspace/ask/ask-page.tsx'
import { InviteManagerPage } from './workspace/ask/invite-manager-page.tsx'
import { AssessmentFrame } from './workspace/assessments/assessment-frame.tsx'
import { AssessmentsPage } from './workspace/assessments/assessments-page.tsx'
import { HomePage } from './workspace/assessments/home-page.tsx'
import { DesignPage } from './workspace/design/design-page.tsx'
import { StudiesPage } from './workspace/facilitate/studies-page.tsx'
import { TalksPage } from './workspace/facilitate/talks-page.tsx'
import { Frame, NotFound, Stumbled } from './workspace/frame.tsx'
import { FrontPage } from './workspace/front/front-page.tsx'
import { IndicatorsPage } from './workspace/indicators/indicators-page.tsx'
import { InvitationsPage } from './workspace/invitations/invitations-page.tsx'
import { PeoplePage } from './workspace/people/people-page.tsx'
import { PreparePage } from './workspace/prepare/prepare-page.tsx'
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
    if (door.me.role === 'facilitator') throw redirect({ to: paths.facilitate })
  },
})

/** Pages for whoever holds groups and interviews. */
const facilitating = createRoute({
  getParentRoute: () => root,
  id: 'facilitating',
  beforeLoad: async ({ context }) => {
    const door = await context.client.fetchQuery(frontDoorQuery)
    if (!door.me) throw redirect({ to: paths.front })
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

/** The forms bring the questionnaire's model with them: loaded when they are opened. */
const newGroupPage = lazyRouteComponent(
  () => import('./workspace/ask/new-group-page.tsx'),
  'NewGroupPage',
)
const talkPage = lazyRouteComponent(
  () => import('./workspace/facilitate/talk-page.tsx'),
  'TalkPage',
)
const interviewPage = lazyRouteComponent(
  () => import('./workspace/manager/interview-page.tsx'),
  'InterviewPage',
)

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

/** Focus groups are planned by few: their pages are loaded when they are opened. */
const groupsPage = lazyRouteComponent(
  () => import('./workspace/groups/groups-page.tsx'),
  'GroupsPage',
)
const facilitatorPage = lazyRouteComponent(
  () => import('./workspace/groups/facilitator-page.tsx'),
  'FacilitatorPage',
)

/** Coding brings the codebook in five languages with it. */
const codePage = lazyRouteComponent(
  () => import('./workspace/coding/code-page.tsx'),
  'CodePage',
)
const codebookPage = lazyRouteComponent(
  () => import('./workspace/coding/codebook-page.tsx'),
  'CodebookPage',
)
const agreementPage = lazyRouteComponent(
  () => import('./workspace/coding/agreement-page.tsx'),
  'AgreementPage',
)
const themesPage = lazyRouteComponent(
  () => import('./workspace/coding/themes-page.tsx'),
  'ThemesPage',
)
const exchangePage = lazyRouteComponent(
  () => import('./workspace/coding/exchange-page.tsx'),
  'ExchangePage',
)

const wordsPage = lazyRouteComponent(
  () => import('./workspace/tell/words-page.tsx'),
  'WordsPage',
)

/** Key holders bring the cryptography with them. */
const keyPage = lazyRouteComponent(
  () => import('./workspace/trustees/key-page.tsx'),
  'KeyPage',
)

const routes = root.addChildren([
  at(paths.front, FrontPage),
  at(paths.setUp, SetUpPage),
  at(paths.signIn, SignInPage),
  at(paths.join, JoinPage),
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
    facilitated(paths.coding, codePage),
    facilitated(paths.codebook, codebookPage),
    facilitated(paths.agreement, agreementPage),
    facilitated(paths.themes, themesPage),
    facilitated(paths.exchange, exchangePage),
  ]),
  signedIn.addChildren([
    inside(paths.assessments, AssessmentsPage),
    inside(paths.people, PeoplePage),
    assessment.addChildren([
      step('/', HomePage),
      step('prepare', PreparePage),
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
      step('understand/voices', VoicesPage),
      step('understand/weight', WeightPage),
      step('design', DesignPage),
      step('tell', TellPage),
      step('tell/$kind/$locale', wordsPage),
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
