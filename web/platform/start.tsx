/** What all three entries do first: styles, query client, router, one React root. */
import '#web/styles/tokens.css'
import '#web/styles/base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { createRouter, RouterProvider, type AnyRoute } from '@tanstack/react-router'
import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { queries } from './query.ts'
import './settings.ts'

/** `around` wraps the pages, e.g. in the desk's theme. */
export function start(routeTree: AnyRoute, basepath = '/', around: (pages: ReactNode) => ReactNode = (pages) => pages) {
  const router = createRouter({ routeTree, basepath, defaultPreload: 'intent', scrollRestoration: true })
  const root = document.getElementById('root')
  if (!root) throw new Error('The entry’s html has no #root')
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>{around(<RouterProvider router={router} />)}</QueryClientProvider>
    </StrictMode>,
  )
}
