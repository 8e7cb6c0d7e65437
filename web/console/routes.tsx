/** Every page under /console, one line each; those inside the shell have its navigation round them (nav.ts). */
import { createRootRoute, createRoute, Outlet } from '@tanstack/react-router'
import { NotFound } from '#web/components/NotFound.tsx'
import { Toasts } from '#web/components/Toast.tsx'
import { page } from '#web/platform/route.ts'
import { Shell } from './Shell.tsx'

const root = createRootRoute({
  component: () => (
    <>
      <Outlet />
      <Toasts />
    </>
  ),
  notFoundComponent: NotFound,
})
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell })

export const routeTree = root.addChildren([
  page(root, '/sign-in', () => import('./SignInPage.tsx'), 'SignInPage'),
  page(root, '/first', () => import('#web/pages/accounts/FirstAdminPage.tsx'), 'FirstAdminPage'),
  page(root, '/bulletins/$id/print', () => import('#web/pages/bulletins/PrintPage.tsx'), 'PrintPage'),
  shell.addChildren([
    page(shell, '/', () => import('#web/pages/work/WorkPage.tsx'), 'WorkPage'),
    page(shell, '/requests/$id', () => import('#web/pages/work/RequestPage.tsx'), 'RequestPage'),
    page(shell, '/new', () => import('#web/pages/work/IntakePage.tsx'), 'IntakePage'),
    page(shell, '/map', () => import('#web/pages/map/MapPage.tsx'), 'MapPage'),
    page(shell, '/supervise', () => import('#web/pages/supervise/SupervisePage.tsx'), 'SupervisePage'),
    page(shell, '/insight/topics', () => import('#web/pages/topics/TopicsPage.tsx'), 'TopicsPage'),
    page(shell, '/follow-up', () => import('#web/pages/follow-up/FollowUpPage.tsx'), 'FollowUpPage'),
    page(shell, '/bulletins', () => import('#web/pages/bulletins/BulletinsPage.tsx'), 'BulletinsPage'),
    page(shell, '/bulletins/$id', () => import('#web/pages/bulletins/EditorPage.tsx'), 'EditorPage'),
    page(shell, '/categories', () => import('#web/pages/settings/CategoriesPage.tsx'), 'CategoriesPage'),
    page(shell, '/posts', () => import('#web/pages/people/PostsPage.tsx'), 'PostsPage'),
    page(shell, '/people', () => import('#web/pages/people/PeoplePage.tsx'), 'PeoplePage'),
    page(shell, '/organisations', () => import('#web/pages/people/OrganisationsPage.tsx'), 'OrganisationsPage'),
    page(shell, '/register', () => import('#web/pages/places/RegisterPage.tsx'), 'RegisterPage'),
    page(shell, '/register/$placeId', () => import('#web/pages/places/RegisterPage.tsx'), 'RegisterPage'),
    page(shell, '/checkup', () => import('#web/pages/standards/CheckupPage.tsx'), 'CheckupPage'),
    page(shell, '/standards', () => import('#web/pages/standards/StandardsPage.tsx'), 'StandardsPage'),
    page(shell, '/members', () => import('#web/pages/members/desk/MembersPage.tsx'), 'MembersPage'),
    page(shell, '/planner', () => import('#web/pages/planner/PlannerPage.tsx'), 'PlannerPage'),
    page(shell, '/planner/$id', () => import('#web/pages/planner/PlanPage.tsx'), 'PlanPage'),
    page(shell, '/register/$placeId/grids', () => import('#web/pages/grids/GridsPage.tsx'), 'GridsPage'),
    page(shell, '/organisations/chart', () => import('#web/pages/people/ChartPage.tsx'), 'ChartPage'),
    page(shell, '/venues', () => import('#web/pages/people/VenuesPage.tsx'), 'VenuesPage'),
    page(shell, '/chain', () => import('#web/pages/people/ChainPage.tsx'), 'ChainPage'),
    page(shell, '/selections', () => import('#web/pages/people/selections/SelectionsPage.tsx'), 'SelectionsPage'),
    page(shell, '/import', () => import('#web/pages/imports/ImportsPage.tsx'), 'ImportsPage'),
    page(shell, '/import/$id', () => import('#web/pages/imports/ImportPage.tsx'), 'ImportPage'),
    page(shell, '/households', () => import('#web/pages/households/HouseholdsPage.tsx'), 'HouseholdsPage'),
    page(shell, '/households/asks', () => import('#web/pages/households/AsksPage.tsx'), 'AsksPage'),
    page(shell, '/households/fields', () => import('#web/pages/households/FieldsPage.tsx'), 'FieldsPage'),
    page(shell, '/households/$homePlaceId', () => import('#web/pages/households/HouseholdPage.tsx'), 'HouseholdPage'),
    page(shell, '/owners', () => import('#web/pages/households/OwnersPage.tsx'), 'OwnersPage'),
    page(shell, '/insight', () => import('#web/pages/insight/InsightPage.tsx'), 'InsightPage'),
    page(shell, '/insight/rows', () => import('#web/pages/insight/RowsPage.tsx'), 'RowsPage'),
    page(shell, '/insight/apart', () => import('#web/pages/insight/ApartPage.tsx'), 'ApartPage'),
    page(shell, '/insight/compare', () => import('#web/pages/insight/ComparePage.tsx'), 'ComparePage'),
    page(shell, '/week', () => import('#web/pages/week/WeekPage.tsx'), 'WeekPage'),
    page(shell, '/exports', () => import('#web/pages/exports/ExportsPage.tsx'), 'ExportsPage'),
    page(shell, '/connections', () => import('#web/pages/connections/ConnectionsPage.tsx'), 'ConnectionsPage'),
    page(shell, '/exchange', () => import('#web/pages/exchange/ExchangePage.tsx'), 'ExchangePage'),
    page(shell, '/notices', () => import('#web/pages/notices/DeskNoticesPage.tsx'), 'DeskNoticesPage'),
    page(shell, '/audit', () => import('#web/pages/audit/AuditPage.tsx'), 'AuditPage'),
  ]),
])
