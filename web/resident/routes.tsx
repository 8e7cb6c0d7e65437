/** Every page of the phone, one line each. A page frames itself with AppFrame. */
import { createRootRoute, Outlet } from '@tanstack/react-router'
import { home } from '#contracts/requests.ts'
import { Toasts } from '#web/components/Toast.tsx'
import { NotFound } from '#web/components/NotFound.tsx'
import { askEarly } from '#web/platform/query.ts'
import { page } from '#web/platform/route.ts'
import { Session } from './Session.tsx'

const root = createRootRoute({
  component: () => (
    <>
      <Session />
      <Outlet />
      <Toasts />
    </>
  ),
  notFoundComponent: NotFound,
})

// prettier-ignore
export const routeTree = root.addChildren([
  page(root, '/', () => (askEarly(home, {}), import('#web/pages/requests/HomePage.tsx')), 'HomePage'),
  page(root, '/sign-in', () => import('#web/pages/accounts/SignInPage.tsx'), 'SignInPage'),
  page(root, '/report', () => import('#web/pages/requests/ReportPage.tsx'), 'ReportPage'),
  page(root, '/help', () => import('#web/pages/requests/ReportPage.tsx'), 'HelpPage'),
  page(root, '/mine', () => import('#web/pages/requests/MinePage.tsx'), 'MinePage'),
  page(root, '/requests/$id', () => import('#web/pages/requests/RequestPage.tsx'), 'RequestPage'),
  page(root, '/pool', () => import('#web/pages/requests/PoolPage.tsx'), 'PoolPage'),
  page(root, '/urgent', () => import('#web/pages/requests/UrgentPage.tsx'), 'UrgentPage'),
  page(root, '/urgent/$id', () => import('#web/pages/requests/UrgentLivePage.tsx'), 'UrgentLivePage'),
  page(root, '/me', () => import('#web/pages/profile/ProfilePage.tsx'), 'ProfilePage'),
  page(root, '/me/settings', () => import('#web/pages/profile/SettingsPage.tsx'), 'SettingsPage'),
  page(root, '/me/home', () => import('#web/pages/profile/ChooseHomePage.tsx'), 'ChooseHomePage'),
  page(root, '/me/sessions', () => import('#web/pages/profile/SessionsPage.tsx'), 'SessionsPage'),
  page(root, '/me/looked', () => import('#web/pages/profile/WhoLookedPage.tsx'), 'WhoLookedPage'),
  page(root, '/notices', () => import('#web/pages/notices/NoticesPage.tsx'), 'NoticesPage'),
  page(root, '/building', () => import('#web/pages/building/BuildingPage.tsx'), 'BuildingPage'),
  page(root, '/member', () => import('#web/pages/members/MemberPage.tsx'), 'MemberPage'),
  page(root, '/member/join', () => import('#web/pages/members/JoinPage.tsx'), 'JoinPage'),
  page(root, '/member/card', () => import('#web/pages/members/CardPage.tsx'), 'CardPage'),
  page(root, '/member/feedback', () => import('#web/pages/members/FeedbackPage.tsx'), 'FeedbackPage'),
  page(root, '/member/plate', () => import('#web/pages/members/PlatePage.tsx'), 'PlatePage'),
  page(root, '/member/plate/print', () => import('#web/pages/members/PlatePrintPage.tsx'), 'PlatePrintPage'),
  page(root, '/questions', () => import('#web/pages/members/QuestionsPage.tsx'), 'QuestionsPage'),
  page(root, '/plate/$code', () => import('#web/pages/members/PublicPlatePage.tsx'), 'PublicPlatePage'),
  page(root, '/pairings', () => import('#web/pages/pairings/PairingsPage.tsx'), 'PairingsPage'),
  page(root, '/selections', () => import('#web/pages/people/selections/ChooseLeadersPage.tsx'), 'ChooseLeadersPage'),
  page(root, '/shops', () => import('#web/pages/people/ShopsPage.tsx'), 'ShopsPage'),
  page(root, '/household', () => import('#web/pages/households/OwnFilePage.tsx'), 'OwnFilePage'),
  page(root, '/bulletins', () => import('#web/pages/bulletins/ReadingPages.tsx'), 'BulletinListPage'),
  page(root, '/bulletins/$id', () => import('#web/pages/bulletins/ReadingPages.tsx'), 'BulletinPage'),
  page(root, '/nearby', () => import('#web/pages/requests/NearbyPage.tsx'), 'NearbyPage'),
])
