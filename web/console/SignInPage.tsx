/** The way in at the desk: the phone's own parts (pages/accounts) side by side, password first. */
import { useState } from 'react'
import { tenantInfo } from '#contracts/accounts.ts'
import { Button } from '#web/components/Button.tsx'
import { Card } from '#web/components/Card.tsx'
import { Segments } from '#web/components/Tabs.tsx'
import { DemoSignIn } from '#web/pages/accounts/DemoSignIn.tsx'
import { PasswordSignIn } from '#web/pages/accounts/PasswordSignIn.tsx'
import { PhoneSignIn } from '#web/pages/accounts/PhoneSignIn.tsx'
import { useArrival } from '#web/pages/accounts/use-arrival.ts'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { choose, LANG_NAMES, useSettings } from '#web/platform/settings.ts'
import { accountsText } from '#web/texts/accounts.ts'
import { deskText } from '#web/texts/desk.ts'
import '#web/pages/accounts/SignInPage.css'
import './SignInPage.css'

export function SignInPage() {
  const t = useText(accountsText)
  const desk = useText(deskText)
  const otherLang = useSettings().lang === 'en' ? 'zh-CN' : 'en'
  const { data: district } = useEndpoint(tenantInfo, {})
  const { enter, arriving, choseSettings } = useArrival()
  const [by, setBy] = useState<'password' | 'phone'>('password')
  const SignIn = by === 'phone' ? PhoneSignIn : PasswordSignIn
  return (
    <main className="desk-in">
      <div className="desk-in-form">
        <img src="/mark.svg" alt="" width={48} height={48} />
        <h1>{t.welcome(district?.name ?? '')}</h1>
        <p>{desk.desk}</p>
        <Segments
          label={t.how}
          value={by}
          onChange={setBy}
          segments={[
            { value: 'password', label: t.byPassword },
            { value: 'phone', label: t.byPhone },
          ]}
        />
        <Card padded className="sign-in">
          <SignIn onSignedIn={(person) => void enter(person, 'desk')} arriving={arriving} />
        </Card>
        <div className="desk-in-more">
          <Button kind="quiet" onClick={() => (choose({ lang: otherLang }), choseSettings())}>
            {LANG_NAMES[otherLang]}
          </Button>
          <Button kind="quiet" href="/">
            {desk.phonePage}
          </Button>
        </div>
      </div>
      {district?.demo && (
        <div className="desk-in-demo">
          <DemoSignIn entries={['desk', 'phone']} onSignedIn={(person, entry) => void enter(person, entry)} />
        </div>
      )}
    </main>
  )
}
