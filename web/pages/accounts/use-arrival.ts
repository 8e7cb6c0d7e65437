/** Goes on after a sign-in: settles the person (arrive.ts) and opens the page that was asked for. */
import { useRouter } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { Me } from '#contracts/accounts.ts'
import { useSearchWord } from '#web/platform/route.ts'
import { arrive, landing } from './arrive.ts'

/** Posts whose work is at the desk; everybody else lands on the phone. */
const AT_DESK = 'requests.supervise'

export function useArrival() {
  const { history } = useRouter()
  const next = useSearchWord('next')
  const chosen = useRef(false)
  const [arriving, setArriving] = useState(false)

  async function enter(person: Me, entry: 'phone' | 'desk' = atDesk(person) ? 'desk' : 'phone') {
    setArriving(true)
    await arrive(person, chosen.current)
    const { to, reload } = landing(next, entry)
    if (reload) location.assign(to)
    else history.replace(to)
  }
  return { enter, arriving, choseSettings: () => void (chosen.current = true) }
}

const atDesk = ({ rights }: Me) => rights.includes(AT_DESK) || rights.includes('settings.view')
