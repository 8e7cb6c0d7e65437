/**
 * What happens at the phone once somebody has signed in: nothing of the person before stays, their print and language are
 * taken over unless they chose some on the way in, and they land where they wanted to go.
 */
import type { Me } from '#contracts/accounts.ts'
import { forgetPerson } from '#web/platform/offline.ts'
import { queries } from '#web/platform/query.ts'
import { choose, currentSettings, type PrintStep } from '#web/platform/settings.ts'

const LAST_PERSON = 'linli.person'
const DESK = '/console'

/** `chosen`: settings were changed on the sign-in page and win over the person's own. */
export async function arrive(person: Me, chosen: boolean) {
  // the same person signing in again keeps the drafts written before
  if (localStorage.getItem(LAST_PERSON) === person.personId) queries.clear()
  else await forgetPerson()
  localStorage.setItem(LAST_PERSON, person.personId)
  const print = person.largePrint as PrintStep // the contract's 0 to 5
  choose(chosen ? currentSettings() : { print, lang: person.locale })
}

/** The address asked for, only if it is one of ours; the desk is another entry and needs a full navigation. */
export function landing(next: string | undefined, entry: 'phone' | 'desk'): { to: string; reload: boolean } {
  const ours = next?.startsWith('/') && !next.startsWith('//') && !next.startsWith('/sign-in') ? next : undefined
  const to = ours ?? (entry === 'desk' ? DESK : '/')
  return { to, reload: to.startsWith(DESK) || to.startsWith('/screen') }
}
