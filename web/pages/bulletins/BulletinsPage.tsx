/** Bulletins at the desk: drafts that made themselves first, then what was published or withdrawn; a new one is one click. */
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { BULLETIN_STATES, listOwnBulletins, type BulletinState } from '#contracts/bulletins.ts'
import { Allowed } from '#web/components/desk/Allowed.tsx'
import { Page } from '#web/components/desk/Page.tsx'
import { Button } from '#web/components/Button.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { bulletinText } from '#web/texts/bulletins.ts'
import { BulletinLine } from './BulletinsLine.tsx'
import { MakeSheet } from './MakeSheet.tsx'
import './bulletins.css'

export function BulletinsPage() {
  const t = useText(bulletinText)
  return (
    <Allowed right="bulletins.write" title={t.title}>
      <Own />
    </Allowed>
  )
}

function Own() {
  const t = useText(bulletinText)
  const navigate = useNavigate()
  const [making, setMaking] = useState(false)
  const [state, setState] = useState<BulletinState | ''>('')
  return (
    <Page
      title={t.title}
      tools={
        <>
          <label className="bl-only">
            <span className="vh">{t.ofState}</span>
            <select className="select" value={state} onChange={({ target }) => setState(BULLETIN_STATES.find((one) => one === target.value) ?? '')}>
              <option value="">{t.all}</option>
              {BULLETIN_STATES.map((one) => (
                <option key={one} value={one}>
                  {t.states[one]}
                </option>
              ))}
            </select>
          </label>
          <Button kind="accent" size="small" icon="plus" onClick={() => setMaking(true)}>
            {t.made}
          </Button>
        </>
      }
    >
      <section className="panel bl-list" aria-label={t.title}>
        <Rows key={state} state={state} />
      </section>
      <MakeSheet open={making} onClose={() => setMaking(false)} onMade={(id) => void navigate({ to: '/bulletins/$id', params: { id } })} />
    </Page>
  )
} // prettier-ignore

function Rows({ state, after }: { state: BulletinState | ''; after?: string }) {
  const t = useText(bulletinText)
  const [more, setMore] = useState(false)
  const query = useEndpoint(listOwnBulletins, { query: { ...(state && { state }), ...(after && { after }) } })
  return (
    <Loaded query={query}>
      {({ rows, next }) => (
        <>
          {rows.length === 0 && !after && <Empty mood="quiet" icon="megaphone" title={t.none} note={t.noneNote} />}
          {rows.map((row) => (
            <BulletinLine key={row.id} row={row} />
          ))}
          {next && !more && (
            <Button kind="quiet" onClick={() => setMore(true)}>
              {t.more}
            </Button>
          )}
          {next && more && <Rows state={state} after={next} />}
        </>
      )}
    </Loaded>
  )
}
