/** The page that is not there. */
import { useText } from '#web/platform/i18n.ts'
import { kitText } from '#web/texts/kit.ts'
import { Button } from './Button.tsx'
import { Empty } from './Empty.tsx'

export function NotFound() {
  const t = useText(kitText)
  return (
    <main className="frame" style={{ paddingTop: 24 }}>
      <Empty
        mood="quiet"
        icon="map"
        title={t.notFound}
        note={t.notFoundHint}
        action={
          <Button kind="quiet" to="/">
            {t.goHome}
          </Button>
        }
      />
    </main>
  )
}
