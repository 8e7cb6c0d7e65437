/**
 * The way in: a code to one's phone, a password for staff, and in a demo one tap per kind of person. Large print and
 * language are here too, for whoever cannot read what follows without them.
 */
import { useState } from 'react'
import { tenantInfo } from '#contracts/accounts.ts'
import { AppFrame } from '#web/components/AppFrame.tsx'
import { Button } from '#web/components/Button.tsx'
import { Card } from '#web/components/Card.tsx'
import { Segments } from '#web/components/Tabs.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { choose, LANG_NAMES, useSettings } from '#web/platform/settings.ts'
import { accountsText } from '#web/texts/accounts.ts'
import { DemoSignIn } from './DemoSignIn.tsx'
import { PasswordSignIn } from './PasswordSignIn.tsx'
import { PhoneSignIn } from './PhoneSignIn.tsx'
import { PrintSize } from './PrintSize.tsx'
import { useArrival } from './use-arrival.ts'
import './SignInPage.css'

export function SignInPage() {
  const t = useText(accountsText)
  const { lang } = useSettings()
  const { data: district } = useEndpoint(tenantInfo, {})
  const { enter, arriving, choseSettings } = useArrival()
  const [by, setBy] = useState<'phone' | 'password'>('phone')
  const SignIn = by === 'phone' ? PhoneSignIn : PasswordSignIn

  const otherLang = lang === 'en' ? 'zh-CN' : 'en'
  const switchLanguage = () => {
    choose({ lang: otherLang })
    choseSettings()
  }
  return (
    <AppFrame
      title={t.title}
      header="top"
      end={
        <>
          <Button size="small" kind="paper" onClick={switchLanguage}>
            {LANG_NAMES[otherLang]}
          </Button>
          <PrintSize onChoose={choseSettings} />
        </>
      }
    >
      <div className="welcome">
        <img src="/mark.svg" alt="" width={56} height={56} />
        <h2>{t.welcome(district?.name ?? '')}</h2>
        <p>{t.lead}</p>
      </div>
      <Segments
        label={t.how}
        value={by}
        onChange={setBy}
        segments={[
          { value: 'phone', label: t.byPhone },
          { value: 'password', label: t.byPassword },
        ]}
      />
      <Card padded className="sign-in">
        <SignIn onSignedIn={(person) => void enter(person)} arriving={arriving} />
      </Card>
      {district?.demo && <DemoSignIn onSignedIn={(person, entry) => void enter(person, entry)} />}
    </AppFrame>
  )
}
