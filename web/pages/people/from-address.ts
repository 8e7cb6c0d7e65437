/** A page whose address says ?new=…&placeId=…&name=… or ?edit=<id> opens its sheet filled in: the check-up's buttons lead here. */
import { useState } from 'react'
import { whoAnswers } from '#contracts/people.ts'
import type { PickedPlace } from '#web/components/desk/PlacePick.tsx'
import { useEndpoint } from '#web/platform/query.ts'
import { useSearchWord } from '#web/platform/route.ts'

/** The place of ?placeId=, or the one chosen since; undefined while its name is on its way or when none is said. */
export function usePlace(placeId: string | undefined) {
  const [chosen, setPlace] = useState<PickedPlace | null>()
  const asked = useEndpoint(whoAnswers, { params: { id: placeId ?? '' } }, { enabled: Boolean(placeId) })
  const given = asked.data && { id: asked.data.placeId, name: asked.data.placeName }
  const place = chosen === undefined ? given : (chosen ?? undefined)
  return [place, (next: PickedPlace | undefined) => setPlace(next ?? null)] as const
}

/** What the address asks to be made or changed, over which place, under which name. */
export const useAsked = () => ({
  what: useSearchWord('new'),
  edit: useSearchWord('edit'),
  sponsorOf: useSearchWord('sponsor'),
  placeId: useSearchWord('placeId'),
  name: useSearchWord('name'),
  organisationId: useSearchWord('organisationId'),
})
