/** The organisations of the district as a tree: of which kind, over which place, how many posts; a click opens its file. */
import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { listOrganisations, type OrganisationView } from '#contracts/organisations.ts'
import { ExportButton } from '#web/components/desk/ExportSheet.tsx'
import { Allowed } from '#web/components/desk/Allowed.tsx'
import { Button } from '#web/components/Button.tsx'
import { Facts } from '#web/components/Card.tsx'
import { Panel } from '#web/components/desk/Page.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { TextField } from '#web/components/Field.tsx'
import { Icon } from '#web/components/Icon.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Pill } from '#web/components/Pill.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useRight } from '#web/platform/me.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { useSearchWord } from '#web/platform/route.ts'
import { organisationsText } from '#web/texts/organisations.ts'
import { peopleText } from '#web/texts/people.ts'
import { useAsked } from './from-address.ts'
import { NewOrganisation } from './OrganisationForm.tsx'
import { OrganisationSheet } from './OrganisationSheet.tsx'
import { SponsorSheet } from './OrganisationTies.tsx'
import { useOrganisationWords } from './organisation-words.ts'
import { PeopleFrame } from './PeopleFrame.tsx'
import { childrenIn, withAncestors } from './tree.ts'

export function OrganisationsPage() {
  const t = useText(peopleText)
  return (
    <Allowed right="people.view" title={t.title}>
      <Organisations />
    </Allowed>
  )
}

function Organisations() {
  const t = useText(organisationsText)
  const manages = useRight('organisations.manage')
  const asked = useAsked()
  const organisations = useEndpoint(listOrganisations, {}, { topics: ['posts'] })
  const [q, setQ] = useState(useSearchWord('q') ?? '')
  const [openId, open] = useState(asked.edit)
  const [making, make] = useState(asked.what !== undefined)
  const [sponsoring, bind] = useState(asked.sponsorOf)
  return (
    <PeopleFrame
      tools={
        <>
          <Link to="/organisations/chart" className="pp-tool">
            <Icon name="merge" size={18} />
            {t.toChart}
          </Link>
          <ExportButton kind="organisations" />
          {manages && (
            <Button kind="accent" icon="plus" onClick={() => make(true)}>
              {t.create}
            </Button>
          )}
        </>
      }
    >
      <div className="pp-filters">
        <TextField
          label={t.find}
          hideLabel
          type="search"
          value={q}
          onChange={setQ}
          placeholder={t.find}
          maxLength={40}
        />
      </div>
      <Loaded query={organisations}>
        {(all) => {
          if (all.length === 0) return <Empty mood="quiet" icon="people" title={t.noneYet} note={t.noneYetNote} />
          const hit = (one: OrganisationView) => one.name.includes(q.trim()) || one.placeName.includes(q.trim())
          const shown = q.trim() ? withAncestors(all, hit) : all
          return (
            <Panel title={t.treeTitle} note={q.trim() && t.hits(all.filter(hit).length)}>
              {shown.length === 0 && <p className="panel-none">{t.none}</p>}
              <Branch all={shown} below={null} onOpen={open} />
            </Panel>
          )
        }}
      </Loaded>
      {openId && <OrganisationSheet id={openId} edits={openId === asked.edit} onClose={() => open(undefined)} />}
      {sponsoring && manages && <SponsorSheet placeId={sponsoring} onClose={() => bind(undefined)} />}
      {making && <NewOrganisation onClose={() => make(false)} onDone={open} />}
    </PeopleFrame>
  )
}

type BranchProps = { all: readonly OrganisationView[]; below: string | null; onOpen: (id: string) => void }

function Branch({ all, below, onOpen }: BranchProps) {
  const t = useText(organisationsText)
  const people = useText(peopleText)
  const { wordOf } = useOrganisationWords()
  const own = childrenIn(all, below)
  if (own.length === 0) return null
  return (
    <ul className="pp-tree">
      {own.map((one) => (
        <li key={one.id}>
          <div>
            <button type="button" className="pp-name" onClick={() => onOpen(one.id)}>
              {one.name}
            </button>
            <small>
              <Facts
                items={[
                  wordOf(one),
                  one.placeName,
                  one.postCount > 0 && t.posts(one.postCount, one.vacantCount),
                  one.memberCount > 0 && t.members(one.memberCount),
                  one.dutyPhone && people.duty(one.dutyPhone),
                ]}
              />
            </small>
            {one.handles && <Pill tone="doing">{people.handles}</Pill>}
          </div>
          <Branch all={all} below={one.id} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  )
}
