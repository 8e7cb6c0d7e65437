/**
 * 放到桌面: the browser's own offer where it makes one (`beforeinstallprompt`), else how it is done by hand. Not shown once
 * it runs as an app. Source: W3C manifest incubations, "BeforeInstallPromptEvent".
 */
import { useEffect, useState } from 'react'
import { Row } from '#web/components/Row.tsx'
import { useText } from '#web/platform/i18n.ts'
import { profileText } from '#web/texts/profile.ts'

type Offer = Event & { prompt: () => Promise<unknown> }
const isOffer = (event: Event): event is Offer => 'prompt' in event

export function InstallHint() {
  const t = useText(profileText)
  const [offer, setOffer] = useState<Offer>()
  useEffect(() => {
    const keep = (event: Event) => {
      event.preventDefault()
      if (isOffer(event)) setOffer(event)
    }
    addEventListener('beforeinstallprompt', keep)
    return () => removeEventListener('beforeinstallprompt', keep)
  }, [])
  if (matchMedia('(display-mode: standalone)').matches) return null
  if (offer) return <Row icon="download" title={t.install} note={t.installNote} onClick={() => void offer.prompt()} />
  return <Row icon="download" title={t.install} note={t.installHow} />
}
