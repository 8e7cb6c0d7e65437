/** Who is signed in. Pages draw by the server's `allowedActions`; rights only decide which ways in are shown. */
import { me } from '#contracts/accounts.ts'
import type { Right } from '#contracts/rights.ts'
import { useEndpoint } from './query.ts'

/** `data` is undefined until known; `error.code` is `sign_in_required` for a stranger. */
export const useMe = () => useEndpoint(me, {})

export function useRight(right: Right): boolean {
  return useRights().includes(right)
}

export function useRights(): readonly Right[] {
  return useMe().data?.rights ?? []
}
