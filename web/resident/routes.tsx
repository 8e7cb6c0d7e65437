/** Every page of the phone, one line each. A page frames itself with AppFrame. */
import { createRootRoute, Outlet } from '@tanstack/react-router'
import { Toasts } from '#web/components/Toast.tsx'
import { NotFound } from '#web/components/NotFound.tsx'

const root = createRootRoute({
  component: () => (
    <>
      <Outlet />
      <Toasts />
    </>
  ),
  notFoundComponent: NotFound,
})

// page(root, '/requests/$id', () => import('#web/pages/requests/RequestPage.tsx'), 'RequestPage'),
export const routeTree = root.addChildren([])
