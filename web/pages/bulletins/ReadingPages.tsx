/** Bulletins on the phone: those of the places around one's home, and one of them with its earlier versions. */
import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { listBulletins, readBulletin, type BulletinView } from '#contracts/bulletins.ts'
import { AppFrame } from '#web/components/AppFrame.tsx'
import { Button } from '#web/components/Button.tsx'
import { Card } from '#web/components/Card.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { useParam, useSearchWord } from '#web/platform/route.ts'
import { bulletinText } from '#web/texts/bulletins.ts'
import { BulletinLine } from './BulletinsLine.tsx'
import { BulletinPaper, shanghaiDay } from './BulletinPaper.tsx'
import { dayOf } from './paper-data.ts'
import './reading.css'

export function BulletinListPage() {
  const t = useText(bulletinText)
  return (
    <AppFrame title={t.row} backTo="/me">
      <Published />
    </AppFrame>
  )
}

function Published({ after }: { after?: string }) {
  const t = useText(bulletinText)
  const [more, setMore] = useState(false)
  const query = useEndpoint(listBulletins, { query: after ? { after } : {} })
  return (
    <Loaded query={query}>
      {({ rows, next }) => (
        <>
          {rows.length === 0 && !after && (
            <Empty mood="quiet" icon="megaphone" title={t.noneRead} note={t.noneReadNote} />
          )}
          {rows.length > 0 && (
            <Card>
              {rows.map((row) => (
                <BulletinLine key={row.id} row={row} />
              ))}
            </Card>
          )}
          {next && !more && (
            <Button kind="quiet" onClick={() => setMore(true)}>
              {t.more}
            </Button>
          )}
          {next && more && <Published after={next} />}
        </>
      )}
    </Loaded>
  )
}

export function BulletinPage() {
  const t = useText(bulletinText)
  const id = useParam('id')
  const asked = Number(useSearchWord('version'))
  const query = useEndpoint(readBulletin, { params: { id }, query: asked > 0 ? { version: asked } : {} })
  return (
    <AppFrame title={t.row} backTo="/bulletins">
      <Loaded query={query}>{(bulletin) => <Reading bulletin={bulletin} />}</Loaded>
    </AppFrame>
  )
}

function Reading({ bulletin }: { bulletin: BulletinView }) {
  const t = useText(bulletinText)
  const { id, state, title, version, versions, material, withdrawnReason } = bulletin
  if (state === 'withdrawn' || !material)
    return <Empty mood="quiet" icon="megaphone" title={title} note={t.withdrawnWhy(withdrawnReason ?? '')} />
  return (
    <>
      {version < versions.length && (
        <p className="bl-older" role="status">
          {t.earlier(version)}
          <Link to="/bulletins/$id" params={{ id }}>
            {t.latest}
          </Link>
        </p>
      )}
      <BulletinPaper paper={{ ...bulletin, material }} />
      {versions.length > 1 && <Versions id={id} versions={versions} />}
      <Button kind="soft" icon="document" className="bl-pdf" href={`/api/bulletins/${id}/pdf?version=${version}`}>
        {t.pdf}
      </Button>
    </>
  )
}

function Versions({ id, versions }: Pick<BulletinView, 'id' | 'versions'>) {
  const t = useText(bulletinText)
  const lang = useLang()
  return (
    <section className="bl-versions">
      <h2>{t.versions}</h2>
      <ol>
        {versions.toReversed().map(({ version, publishedAt, note }) => (
          <li key={version}>
            <Link to="/bulletins/$id" params={{ id }} search={{ version }}>
              {t.version(version)}
            </Link>
            <span>{[dayOf(shanghaiDay(publishedAt), lang), note || t.first].join(' · ')}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
