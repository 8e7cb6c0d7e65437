/** Steps that were refused after their five seconds: said where the row came back, until seen. */
import { forget, useOutgoing } from '#web/components/desk/outgoing.ts'
import { Icon } from '#web/components/Icon.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useProblem } from '#web/texts/errors.ts'
import { workText } from '#web/texts/work.ts'

export function NotSent({ onShow }: { onShow: (id: string) => void }) {
  const t = useText(workText)
  const say = useProblem()
  const failed = useOutgoing().filter(({ phase }) => phase === 'failed')
  return (
    <div role="alert" className="not-sent">
      {failed.map(({ requestId, title, error }) => (
        <div key={requestId}>
          <Icon name="alert" size={18} />
          <p>
            <b>{t.notSent(title)}</b>
            {error && say(error)}
          </p>
          <button type="button" className="link" onClick={() => (onShow(requestId), forget(requestId))}>
            {t.goThere}
          </button>
          <button type="button" className="link" onClick={() => forget(requestId)}>
            {t.dismiss}
          </button>
        </div>
      ))}
    </div>
  )
}
