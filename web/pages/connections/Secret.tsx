/** The secret of a key, shown once. */
import { Answers } from '#web/components/Answers.tsx'
import { Button } from '#web/components/Button.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { connectionsText } from '#web/texts/connections.ts'

export function Secret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const t = useText(connectionsText)
  const copy = () => void navigator.clipboard.writeText(secret).then(() => toast(t.copied))
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.secretTitle}
      footer={
        <Answers>
          <Button onClick={copy}>{t.copy}</Button>
          <Button kind="accent" onClick={onClose}>
            {t.close}
          </Button>
        </Answers>
      }
    >
      <p className="sheet-text">{t.secretOnce}</p>
      <code className="con-secret">{secret}</code>
    </Sheet>
  )
}
