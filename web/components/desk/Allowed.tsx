/** A page for those whose post has this right; everybody else reads whose matter it is, and nothing is asked of the server. */
import type { ReactNode } from 'react'
import type { Right } from '#contracts/rights.ts'
import { Empty } from '#web/components/Empty.tsx'
import { Page } from './Page.tsx'
import { useMe } from '#web/platform/me.ts'
import { useProblem } from '#web/texts/errors.ts'

export function Allowed({ right, title, children }: { right: Right; title: string; children: ReactNode }) {
  const { data: me } = useMe()
  const say = useProblem()
  if (!me) return null
  if (me.rights.includes(right)) return children
  return (
    <Page title={title}>
      <Empty mood="quiet" icon="lock" title={say({ code: 'right_required' })} />
    </Page>
  )
}
