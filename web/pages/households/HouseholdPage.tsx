/** The file of one home: who lives there, masked; facts; what is kept with consent, closed; owners; asks; who opened what. */
import { Link } from '@tanstack/react-router'
import { viewHousehold, type HouseholdFile } from '#contracts/households.ts'
import { Allowed } from '#web/components/desk/Allowed.tsx'
import { Page, Panel } from '#web/components/desk/Page.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { useParam } from '#web/platform/route.ts'
import { householdsText } from '#web/texts/households.ts'
import { marks } from '#web/texts/marks.ts'
import { AskList } from './AskList.tsx'
import { ConsentPanel } from './ConsentPanel.tsx'
import { FactsPanel } from './FactsPanel.tsx'
import { KeptPanel } from './KeptPanel.tsx'
import { OpenedList } from './OpenedList.tsx'
import { PeoplePanel } from './PeoplePanel.tsx'
import { RequestsHere } from './RequestsHere.tsx'
import './households.css'

export function HouseholdPage() {
  const t = useText(householdsText)
  return (
    <Allowed right="households.view" title={t.title}>
      <Household />
    </Allowed>
  )
}

function Household() {
  const t = useText(householdsText)
  const homePlaceId = useParam('homePlaceId')
  const query = useEndpoint(viewHousehold, { params: { homePlaceId } })
  return (
    <Page
      title={query.data?.placeName ?? t.title}
      note={query.data && !query.data.may.manage && t.readOnly}
      tools={
        <Link to="/households" className="text-btn">
          {t.households}
        </Link>
      }
    >
      <Loaded query={query}>{(file) => <File file={file} />}</Loaded>
    </Page>
  )
}

function File({ file }: { file: HouseholdFile }) {
  const t = useText(householdsText)
  const { may, owners, asks, opened, householdId } = file
  return (
    <div className="hh-file">
      <div className="hh-column">
        <PeoplePanel file={file} />
        {(householdId || may.manage) && <FactsPanel key={file.confirmedOn} file={file} />}
        {may.care && householdId && <KeptPanel file={file} />}
        {may.care && householdId && <ConsentPanel file={file} />}
      </div>
      <div className="hh-column">
        {owners && <Owners owners={owners} />}
        <RequestsHere file={file} />
        {asks.length > 0 && (
          <Panel title={t.asks}>
            <AskList asks={asks} />
          </Panel>
        )}
        <Panel title={t.opened}>
          <OpenedList opened={opened} />
        </Panel>
      </div>
    </div>
  )
}

function Owners({ owners }: { owners: NonNullable<HouseholdFile['owners']> }) {
  const t = useText(householdsText)
  const { list } = useText(marks)
  return (
    <Panel title={t.ownersHere}>
      {owners.length === 0 ? (
        <p className="panel-none">{t.ownersNone}</p>
      ) : (
        <ul className="hh-list">
          {owners.map(({ unitId, code, areaCenti, names, fromOn }) => (
            <li key={unitId}>
              <b>{names.join(list) || t.unknownOwner}</b>
              <span>{code}</span>
              <span className="sp" />
              <span>{areaCenti === null ? t.unknownArea : t.m2(areaCenti)}</span>
              {fromOn && <small>{t.since(fromOn)}</small>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
