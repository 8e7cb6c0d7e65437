/** The file of one organisation: facts, duties, pledges, its alliance, the places it looks after; and what may be done. */
import { useState, type ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { readOrganisation, type OrganisationFile } from '#contracts/organisations.ts'
import { Button } from '#web/components/Button.tsx'
import { Facts } from '#web/components/Card.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { organisationsText } from '#web/texts/organisations.ts'
import { peopleText } from '#web/texts/people.ts'
import { dayInShanghai } from './day.ts'
import {
  EndOrganisation,
  JoinSheet,
  LeaveConfirm,
  SponsorSheet,
  UnsponsorConfirm,
  type TieDoing,
} from './OrganisationTies.tsx'
import { ChangeOrganisation } from './OrganisationForm.tsx'
import { useOrganisationWords } from './organisation-words.ts'

type Doing = { what: 'change' | 'end' | 'join' | 'sponsor' } | TieDoing

type OrganisationSheetProps = {
  id: string
  /** Opened to be changed at once. */
  edits?: boolean
  onClose: () => void
}

export function OrganisationSheet({ id, edits = false, onClose }: OrganisationSheetProps) {
  const t = useText(organisationsText)
  const file = useEndpoint(readOrganisation, { params: { id } }, { topics: ['posts'] })
  const [doing, set] = useState<Doing | undefined>(edits ? { what: 'change' } : undefined)
  const back = () => set(undefined)
  const one = file.data
  if (one?.mayChange && doing?.what === 'change') return <ChangeOrganisation file={one} onClose={back} />
  if (one && doing?.what === 'end') return <EndOrganisation file={one} onClose={back} onDone={onClose} />
  if (one && doing?.what === 'join') return <JoinSheet file={one} onClose={back} />
  if (one && doing?.what === 'sponsor') return <SponsorSheet organisationId={one.id} onClose={back} />
  if (one && doing?.what === 'leave') return <LeaveConfirm file={one} tie={doing.tie} onClose={back} />
  if (one && doing?.what === 'unsponsor') return <UnsponsorConfirm file={one} tie={doing.tie} onClose={back} />
  return (
    <Sheet
      open
      onClose={onClose}
      title={one?.name ?? ''}
      footer={
        one?.mayChange && (
          <div className="pp-foot">
            <Button kind="quiet" onClick={() => set({ what: 'end' })}>
              {t.end}
            </Button>
            <Button kind="accent" onClick={() => set({ what: 'change' })}>
              {t.edit}
            </Button>
          </div>
        )
      }
    >
      <Loaded query={file}>{(loaded) => <File file={loaded} onDo={set} />}</Loaded>
    </Sheet>
  )
}

function File({ file, onDo }: { file: OrganisationFile; onDo: (doing: Doing) => void }) {
  const t = useText(organisationsText)
  const people = useText(peopleText)
  const { wordOf } = useOrganisationWords()
  const { now } = useTime()
  const { placeName, dutyPhone, foundedOn, termEndsOn, duties, pledges, postCount, vacantCount, mayChange } = file
  const late = termEndsOn !== null && termEndsOn < dayInShanghai(now)
  const members = file.memberships.filter(({ joins }) => joins === 'member')
  const alliances = file.memberships.filter(({ joins }) => joins === 'alliance')
  const takesMembers = file.kind === 'alliance' || file.form === 'jointCommittee'
  return (
    <div className="pp-file">
      <p>
        <Facts
          items={[wordOf(file), placeName, dutyPhone && people.duty(dutyPhone), foundedOn && t.since(foundedOn)]}
        />
      </p>
      {termEndsOn && <p className={late ? 'pp-vacant' : ''}>{late ? t.expired(termEndsOn) : t.expires(termEndsOn)}</p>}
      <p>
        {t.posts(postCount, vacantCount)}{' '}
        <Link to="/posts" search={{ organisationId: file.id }} className="text-btn">
          {t.toPosts}
        </Link>
      </p>
      {duties && (
        <Part title={t.duties}>
          <p className="pp-words">{duties}</p>
        </Part>
      )}
      {pledges.length > 0 && (
        <Part title={t.pledges}>
          <ul className="pp-pledges">
            {pledges.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Part>
      )}
      {(takesMembers || members.length > 0) && (
        <Part title={t.alliance} {...(mayChange && { add: t.join, onAdd: () => onDo({ what: 'join' }) })}>
          {members.map((tie) => (
            <Tie key={tie.id} name={tie.name} facts={[tie.gives, t.since2(tie.fromOn), tie.toOn && t.until(tie.toOn)]}>
              {mayChange && tie.toOn === null && (
                <button type="button" className="text-btn" onClick={() => onDo({ what: 'leave', tie })}>
                  {t.leave}
                </button>
              )}
            </Tie>
          ))}
          {members.length === 0 && <p className="panel-none">{t.none2}</p>}
        </Part>
      )}
      {alliances.length > 0 && (
        <Part title={t.inAlliances}>
          {alliances.map((tie) => (
            <Tie
              key={tie.id}
              name={tie.name}
              facts={[tie.gives, t.since2(tie.fromOn), tie.toOn && t.until(tie.toOn)]}
            />
          ))}
        </Part>
      )}
      {(mayChange || file.sponsorships.length > 0) && (
        <Part title={t.sponsors} {...(mayChange && { add: t.sponsor, onAdd: () => onDo({ what: 'sponsor' }) })}>
          {file.sponsorships.map((tie) => (
            <Tie
              key={tie.id}
              name={tie.placeName}
              facts={[tie.duty, t.since2(tie.fromOn), tie.toOn && t.until(tie.toOn)]}
            >
              {mayChange && tie.toOn === null && (
                <button type="button" className="text-btn" onClick={() => onDo({ what: 'unsponsor', tie })}>
                  {t.endSponsor}
                </button>
              )}
            </Tie>
          ))}
          {file.sponsorships.length === 0 && <p className="panel-none">{t.none2}</p>}
        </Part>
      )}
    </div>
  )
}

type PartProps = { title: string; add?: string; onAdd?: () => void; children: ReactNode }
const Part = ({ title, add, onAdd, children }: PartProps) => (
  <section>
    <h3 className="sec">
      {title}
      {add && (
        <button type="button" className="text-btn" onClick={onAdd}>
          {add}
        </button>
      )}
    </h3>
    {children}
  </section>
)

type TieProps = { name: string; facts: readonly ReactNode[]; children?: ReactNode }
const Tie = ({ name, facts, children }: TieProps) => (
  <p className="pp-tie">
    <b>{name}</b>
    <small>
      <Facts items={facts} />
    </small>
    {children}
  </p>
)
