/** A secret, of a key or for signatures, shown once: whoever closes this has kept it or makes another. */
import { Answers } from '#web/components/Answers.tsx'
import { Button } from '#web/components/Button.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { connectionsText } from '#web/texts/connections.ts'

type SecretProps = { secret: string; onClose: () => void; title?: string; note?: string }

export function Secret({ secret, onClose, title, note }: SecretProps) {
  const t = useText(connectionsText)
  const copy = () => void navigator.clipboard.writeText(secret).then(() => toast(t.copied))
  return (
    <Sheet
      open
      onClose={onClose}
      title={title ?? t.secretTitle}
      footer={
        <Answers>
          <Button onClick={copy}>{t.copy}</Button>
          <Button kind="accent" onClick={onClose}>
            {t.close}
          </Button>
        </Answers>
      }
    >
      <p className="sheet-text">{note ?? t.secretOnce}</p>
      <code className="con-secret">{secret}</code>
    </Sheet>
  )
}
