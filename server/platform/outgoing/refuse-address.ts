/** An address that a person typed and that may not be called is refused while they can still correct it. */
import { AppError } from '../errors.ts'
import type { Outgoing } from './outgoing.ts'

/** @throws address_not_allowed */
export function refuseAddress(outgoing: Outgoing, url: string): void {
  const why = outgoing.faultOf(url)
  if (why) throw new AppError('address_not_allowed', { field: 'url', why })
}
