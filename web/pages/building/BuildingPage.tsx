/** 我的楼: who answers for my building now and how to reach them, the neighbours who lit a plate, and what kind of house it is. */
import type { ReplyOf } from '#contracts/endpoint.ts'
import { myBuilding } from '#contracts/members.ts'
import { AppFrame } from '#web/components/AppFrame.tsx'
import { Button } from '#web/components/Button.tsx'
import { Card, Facts, SectionHead } from '#web/components/Card.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { Icon } from '#web/components/Icon.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Row } from '#web/components/Row.tsx'
import { LitPlate } from '#web/pages/members/PublicPlatePage.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useMe } from '#web/platform/me.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { buildingText } from '#web/texts/building.ts'
import { WhoAnswers } from './WhoAnswers.tsx'
import './building.css'

type Reply = ReplyOf<typeof myBuilding>

export function BuildingPage() {
  const t = useText(buildingText)
  return (
    <AppFrame title={t.title} backTo="/me">
      <Loaded query={useEndpoint(myBuilding, {})}>{(mine) => <Mine mine={mine} />}</Loaded>
    </AppFrame>
  )
}

function Mine({ mine: { building, plates } }: { mine: Reply }) {
  const t = useText(buildingText)
  const hotline = useMe().data?.tenant.hotline
  if (!building)
    return (
      <Empty
        mood="quiet"
        icon="home"
        title={t.noHome}
        note={t.noHomeNote}
        action={<Button to="/me/home">{t.setHome}</Button>}
      />
    )
  return (
    <>
      <House building={building} />
      <WhoAnswers buildingId={building.id} />
      {hotline && (
        <Card className="bd-hotline">
          <a href={`tel:${hotline}`} className="row">
            <span className="row-well">
              <Icon name="phone" size={22} />
            </span>
            <span className="row-words">
              <b>{t.hotline}</b>
              <span>{t.hotlineNote(hotline)}</span>
            </span>
          </a>
          <Row icon="camera" title={t.reportTo} note={t.reportNote} to="/report" />
        </Card>
      )}
      <SectionHead title={t.plates} note={t.platesNote} />
      {plates.length === 0 ? (
        <p className="bd-none">{t.noPlates}</p>
      ) : (
        plates.map((plate) => <LitPlate key={plate.code} plate={plate} />)
      )}
      <SectionHead title={t.more} />
      <Card>
        <Row icon="family" title={t.household} note={t.householdNote} to="/household" />
        <Row icon="badge" title={t.member} note={t.memberNote} to="/member" />
      </Card>
    </>
  )
}

function House({ building }: { building: NonNullable<Reply['building']> }) {
  const t = useText(buildingText)
  const { name, communityName, households, floors, entrances } = building
  return (
    <header className="bd-house">
      <h2>{name}</h2>
      <p>
        <Facts
          items={[
            communityName,
            households > 0 && t.households(households),
            floors !== null && t.floors(floors),
            entrances > 0 && t.entrances(entrances),
          ]}
        />
      </p>
    </header>
  )
}
