/**
 * Who is at the phone, for as long as it is open: leads strangers to the sign-in page (and afterwards back to where they
 * wanted to go), and listens for live events once somebody is signed in.
 */
import { useNavigate, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { forgetPerson } from '#web/platform/offline.ts'
import { listen } from '#web/platform/live.ts'
import { useMe } from '#web/platform/me.ts'
import { queries } from '#web/platform/query.ts'

const UrgentBanner = lazy(() => import('./UrgentBanner.tsx').then((module) => ({ default: module.UrgentBanner })))

/** The page for strangers. */
const OUTSIDE = '/sign-in'
/** Open to anybody who scans it: web/pages/members/PublicPlatePage.tsx. */
const OPEN = '/plate/'

export function Session() {
  const address = useRouterState({ select: ({ location }) => location.href })
  return address.startsWith(OUTSIDE) ? null : <Inside address={address} />
}

function Inside({ address }: { address: string }) {
  const { data, error } = useMe()
  const navigate = useNavigate()
  const personId = data?.personId
  const stranger = error?.code === 'sign_in_required' && !address.startsWith(OPEN)

  useEffect(() => {
    if (stranger) void navigate({ to: OUTSIDE, search: { next: address }, replace: true })
  }, [stranger, address, navigate])

  useEffect(() => {
    if (!personId) return
    return listen(queries, () => void forgetPerson().then(() => navigate({ to: OUTSIDE, search: {} })))
  }, [personId, navigate])

  // Only those who hold a post can be alerted; the others never load it.
  return data?.capacities.length ? (
    <Suspense>
      <UrgentBanner />
    </Suspense>
  ) : null
}
