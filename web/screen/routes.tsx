/** Every page under /screen, one line each. */
import { createRootRoute, Outlet } from '@tanstack/react-router'
import { NotFound } from '#web/components/NotFound.tsx'
import { page } from '#web/platform/route.ts'

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound })

export const routeTree = root.addChildren([
  page(root, '/', () => import('#web/pages/screen/ScreenPage.tsx'), 'ScreenPage'),
])
