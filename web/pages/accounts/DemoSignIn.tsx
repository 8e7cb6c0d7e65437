/** In the demo: one tap per kind of person. Says clearly that all of it is invented. Nothing at all outside a demo. */
import { demoPersons, signInAsDemo, type Me } from '#contracts/accounts.ts'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { Card, Facts, SectionHead } from '#web/components/Card.tsx'
import type { IconName } from '#web/components/icon-names.ts'
import { Row } from '#web/components/Row.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { accountsText } from '#web/texts/accounts.ts'
import { useProblem } from '#web/texts/errors.ts'

type DemoPerson = ReplyOf<typeof demoPersons>[number]
type Entry = DemoPerson['entry']

type Props = {
  onSignedIn: (person: Me, entry: Entry) => void
  /** Which stand first. */
  entries?: readonly Entry[]
}

export function DemoSignIn({ onSignedIn, entries = ['phone', 'desk'] }: Props) {
  const t = useText(accountsText)
  const say = useProblem()
  const { data: persons = [] } = useEndpoint(demoPersons, {})
  const signing = useCommand(signInAsDemo, { changes: [] })
  if (persons.length === 0) return null

  const take = async ({ personId, entry }: DemoPerson) =>
    onSignedIn(await signing.sendAsync({ body: { personId } }), entry)
  return (
    <section aria-label={t.demoTitle}>
      <p className="demo-note">
        <b>{t.demoTitle}</b>
        {signing.error ? <span role="alert">{say(signing.error)}</span> : t.demoNote}
      </p>
      {entries.map((entry) => (
        <div key={entry}>
          <SectionHead title={entry === 'phone' ? t.onPhone : t.atDesk} />
          <Card>
            {persons
              .filter((person) => person.entry === entry)
              .map((person) => (
                <Row
                  key={person.personId}
                  icon={isKnown(person.role) ? ICONS[person.role] : 'user'}
                  title={isKnown(person.role) ? t.roles[person.role] : person.role}
                  note={<Facts items={[person.name, person.title]} />}
                  onClick={() => void take(person).catch(() => undefined)} // the refusal stands above the list
                />
              ))}
          </Card>
        </div>
      ))}
    </section>
  )
}

const ICONS: Record<keyof typeof accountsText.zh.roles, IconName> = {
  resident: 'home',
  elder: 'text-size',
  member: 'badge',
  volunteer: 'hand-heart',
  buildingHead: 'building',
  areaLead: 'map',
  gridWorker: 'grid',
  dutyOfficer: 'phone',
  communityStaff: 'inbox',
  followUpStaff: 'talk',
  compoundSecretary: 'people',
  branchSecretary: 'badge',
  committeeChair: 'building',
  unitUser: 'tool',
  subdistrictSupervisor: 'eye',
  districtSupervisor: 'chart',
  auditor: 'shield',
  operator: 'gear',
}
const isKnown = (role: string): role is keyof typeof ICONS => role in ICONS
