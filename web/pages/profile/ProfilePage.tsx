/** 我的: who I am here, which posts I hold, and the ways to my settings, devices, news, and who looked at me. */
import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { signOut, type Me } from '#contracts/accounts.ts'
import { AppFrame } from '#web/components/AppFrame.tsx'
import { Card, Facts, SectionHead } from '#web/components/Card.tsx'
import { Icon } from '#web/components/Icon.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { PhoneTabs } from '#web/components/PhoneTabs.tsx'
import { Row } from '#web/components/Row.tsx'
import { Confirm } from '#web/components/Sheet.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useMe } from '#web/platform/me.ts'
import { forgetPerson } from '#web/platform/offline.ts'
import { useCommand } from '#web/platform/query.ts'
import { profileText } from '#web/texts/profile.ts'
import { InstallHint } from './InstallHint.tsx'
import { Nickname } from './Nickname.tsx'
import './Profile.css'

export function ProfilePage() {
  const t = useText(profileText)
  return (
    <AppFrame header="top" title={t.title} bottom={<PhoneTabs />}>
      <Loaded query={useMe()}>{(person) => <Profile person={person} />}</Loaded>
    </AppFrame>
  )
}

function Profile({ person }: { person: Me }) {
  const t = useText(profileText)
  const { home, phoneMasked, capacities, rights, tenant } = person
  return (
    <>
      <Card>
        <Nickname person={person} />
        <Row
          icon="home"
          title={home ? home.placeName : t.noHome}
          note={home ? t.changeHome : t.setHome}
          to="/me/home"
        />
        {phoneMasked && <Row icon="phone" title={phoneMasked.replaceAll('*', '＊')} note={t.phone} />}
      </Card>
      {capacities.length > 0 && (
        <>
          <SectionHead title={t.posts} note={t.postsNote} />
          <Card>
            {capacities.map(({ postId, title, organisationName, placeName }) => (
              <Row
                key={postId}
                icon="badge"
                title={title}
                note={<Facts items={[organisationName, t.at(placeName)]} />}
              />
            ))}
            {rights.includes('requests.work') && (
              <a href="/console" className="row">
                <span className="row-well">
                  <Icon name="grid" size={22} />
                </span>
                <span className="row-words">
                  <b>{t.desk}</b>
                  <span>{t.deskNote}</span>
                </span>
                <Icon name="chevron" size={18} className="row-more" />
              </a>
            )}
          </Card>
        </>
      )}
      <Card className="profile-gap">
        <Row icon="megaphone" title={t.bulletins} note={t.bulletinsNote} to="/bulletins" />
        <Row icon="building" title={t.building} note={t.buildingNote} to="/building" />
        <Row icon="family" title={t.household} note={t.householdNote} to="/household" />
        <Row icon="badge" title={t.member} note={t.memberNote} to="/member" />
        <Row icon="talk" title={t.questions} to="/questions" />
        <Row icon="ballot" title={t.selections} to="/selections" />
        <Row icon="medal" title={t.shops} to="/shops" />
      </Card>
      <Card className="profile-gap">
        <Row icon="bell" title={t.notices} to="/notices" />
        <Row icon="text-size" title={t.settings} to="/me/settings" />
        <Row icon="eye" title={t.looked} to="/me/looked" />
        <Row icon="key" title={t.sessions} to="/me/sessions" />
      </Card>
      <Card className="profile-gap">
        <a href={`tel:${tenant.hotline}`} className="row">
          <span className="row-well">
            <Icon name="phone" size={22} />
          </span>
          <span className="row-words">
            <b>{t.hotline}</b>
            <span>{t.hotlineNote(tenant.hotline)}</span>
          </span>
        </a>
        <InstallHint />
        <SignOut />
      </Card>
      <p className="profile-foot">
        <Facts items={[tenant.name, tenant.demo && t.demo]} />
      </p>
    </>
  )
}

function SignOut() {
  const t = useText(profileText)
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const leave = useCommand(signOut, {
    changes: [],
    onDone: () => void forgetPerson().then(() => navigate({ to: '/sign-in', search: {}, replace: true })),
  })
  return (
    <>
      <Row icon="logout" title={t.signOut} onClick={() => setAsking(true)} />
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={t.signOutTitle}
        consequence={t.signOutAfter}
        verb={t.signOut}
        onConfirm={() => leave.send({})}
        busy={leave.busy && t.signingOut}
      />
    </>
  )
}
