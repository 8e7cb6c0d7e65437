/** One request on a page of its own: opened by Enter, from search, the map or another list. */
import { useNavigate } from '@tanstack/react-router'
import { useShortcuts } from '#web/components/desk/shortcuts.ts'
import { useText } from '#web/platform/i18n.ts'
import { useParam } from '#web/platform/route.ts'
import { workText } from '#web/texts/work.ts'
import { RequestDesk } from './RequestDesk.tsx'

export function RequestPage() {
  const t = useText(workText)
  const id = useParam('id')
  const navigate = useNavigate()
  useShortcuts([{ keys: 'Escape', words: t.backToList, group: 'list', run: () => void navigate({ to: '/' }) }])
  return (
    <RequestDesk
      id={id}
      onDone={() => void navigate({ to: '/' })}
      onBack={(taken) => void navigate({ to: '/requests/$id', params: { id: taken } })}
    />
  )
}
