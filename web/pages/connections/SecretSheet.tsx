/** A secret, shown once: whoever closes this has kept it or makes another. */
import { Button } from '#web/components/Button.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { useText } from '#web/platform/i18n.ts'
import { exchangeText } from '#web/texts/exchange.ts'

export function SecretSheet({ secret, onClose }: { secret: string; onClose: () => void }) {
  const t = useText(exchangeText)
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.secretTitle}
      footer={
        <Button kind="accent" onClick={onClose}>
          {t.secretDone}
        </Button>
      }
    >
      <p className="sheet-text">{t.secretNote}</p>
      <p className="ex-secret">{secret}</p>
    </Sheet>
  )
}
