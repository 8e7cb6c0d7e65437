/** The organisations of the district as a tree: of which kind, over which place, who may be sent requests. */
import type { ReplyOf } from '#contracts/endpoint.ts'
import { listOrganisations } from '#contracts/organisations.ts'
import { Allowed } from '#web/components/desk/Allowed.tsx'
import { Facts } from '#web/components/Card.tsx'
import { Panel } from '#web/components/desk/Page.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Pill } from '#web/components/Pill.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { organisationKindText, peopleText } from '#web/texts/people.ts'
import { PeopleFrame } from './PeopleFrame.tsx'

type Organisation = ReplyOf<typeof listOrganisations>[number]

export function OrganisationsPage() {
  const t = useText(peopleText)
  return (
    <Allowed right="people.view" title={t.title}>
      <Organisations />
    </Allowed>
  )
}

function Organisations() {
  const t = useText(peopleText)
  const organisations = useEndpoint(listOrganisations, {})
  return (
    <PeopleFrame>
      <Panel title={t.tree}>
        <Loaded query={organisations}>{(all) => <Branch all={all} of={topsOf(all)} />}</Loaded>
      </Panel>
    </PeopleFrame>
  )
}

/** Those whose superior is not here stand at the top. */
const topsOf = (all: readonly Organisation[]) => {
  const ids = new Set(all.map(({ id }) => id))
  return all.filter(({ parentId }) => parentId === null || !ids.has(parentId))
}

function Branch({ all, of }: { all: readonly Organisation[]; of: readonly Organisation[] }) {
  const t = useText(peopleText)
  const kinds = organisationKindText[useLang() === 'en' ? 'en' : 'zh']
  return (
    <ul className="pp-tree">
      {of.map((one) => {
        const below = all.filter(({ parentId }) => parentId === one.id)
        return (
          <li key={one.id}>
            <div>
              <b>{one.name}</b>
              <small>
                <Facts
                  items={[
                    kinds[one.kind],
                    one.placeName,
                    t.postCount(one.postCount),
                    one.dutyPhone && t.duty(one.dutyPhone),
                  ]}
                />
              </small>
              {one.handles && <Pill tone="doing">{t.handles}</Pill>}
            </div>
            {below.length > 0 && <Branch all={all} of={below} />}
          </li>
        )
      })}
    </ul>
  )
}
