/** Addresses: one line per page, each its own chunk; and the parts of an address for a page that is open. */
import { createRoute, lazyRouteComponent, useParams, useSearch, type AnyRoute } from '@tanstack/react-router'
import type { ComponentType } from 'react'

/** `page(root, '/requests/$id', () => import('…/RequestPage.tsx'), 'RequestPage')`: the page loads when first opened. */
export function page<Name extends string>(
  parent: AnyRoute,
  path: string,
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
) {
  return createRoute({ getParentRoute: () => parent, path, component: lazyRouteComponent(load, name) })
}

/** The `$name` part of the open page's address. Its route must have it. */
export function useParam(name: string): string {
  const value: unknown = useParams({ strict: false, select: (all: Record<string, unknown>) => all[name] })
  if (typeof value !== 'string') throw new Error(`This page's route has no $${name}`)
  return value
}

/** The `?name=` part of the open page's address. */
export function useSearchWord(name: string): string | undefined {
  const value: unknown = useSearch({ strict: false, select: (all: Record<string, unknown>) => all[name] })
  return value === undefined ? undefined : String(value)
}
