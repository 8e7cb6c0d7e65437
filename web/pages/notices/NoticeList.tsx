/** The list of news, newest first, and the earlier ones when somebody asks; the same on the phone and at the desk. */
import { useState } from 'react'
import { listNotices, readNotices } from '#contracts/people.ts'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { Button } from '#web/components/Button.tsx'
import { Card } from '#web/components/Card.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Row } from '#web/components/Row.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { noticesText } from '#web/texts/notices.ts'
import { useNoticeSentence } from './notice-sentence.ts'
import './NoticesPage.css'

type Notice = ReplyOf<typeof listNotices>['rows'][number]

/** `led`: on the phone, where news beside requests lead to other pages than at the desk. */
export function NoticeList({ led = false }: { led?: boolean }) {
  const t = useText(noticesText)
  const query = useEndpoint(listNotices, { query: {} })
  return (
    <Loaded query={query}>
      {({ rows, next }) =>
        rows.length === 0 ? (
          <Empty mood="quiet" icon="bell" title={t.none} note={t.noneNote} />
        ) : (
          <>
            <NoticeCard rows={rows} led={led} />
            {next && <Earlier key={next} after={next} led={led} />}
          </>
        )
      }
    </Loaded>
  )
}

/** Everything up to the newest counts as read; nothing when nothing is unread. */
export function ReadAll() {
  const t = useText(noticesText)
  const { data } = useEndpoint(listNotices, { query: {} })
  const read = useCommand(readNotices, { changes: ['notices', 'home'] })
  const newest = data?.rows[0]
  if (!newest || data.unread === 0) return null
  return (
    <Button
      kind="quiet"
      size="small"
      busy={read.busy && t.readAll}
      onClick={() => read.send({ body: { upToId: newest.id } })}
    >
      {t.readAll}
    </Button>
  )
}

function NoticeCard({ rows, led }: { rows: readonly Notice[]; led: boolean }) {
  return (
    <Card>
      {rows.map((notice) => (
        <NoticeRow key={notice.id} notice={notice} led={led} />
      ))}
    </Card>
  )
}

function NoticeRow({ notice, led }: { notice: Notice; led: boolean }) {
  const t = useText(noticesText)
  const { dayTime } = useTime()
  const { title, text, icon, onPhone, atDesk } = useNoticeSentence(notice)
  const to = led ? onPhone : atDesk
  return (
    <Row
      icon={icon}
      title={
        <>
          {title}
          {!notice.read && <i className="notice-new" role="img" aria-label={t.unread} />}
        </>
      }
      note={
        <>
          {text}
          {text && <br />}
          {dayTime(notice.at)}
        </>
      }
      {...(notice.requestId ? { to: `/requests/${notice.requestId}` } : to && { to })}
    />
  )
}

/** The page before: asked for only when somebody wants it. */
function Earlier({ after, led }: { after: string; led: boolean }) {
  const t = useText(noticesText)
  const [open, setOpen] = useState(false)
  const query = useEndpoint(listNotices, { query: { after } }, { enabled: open })
  if (!open)
    return (
      <div className="notice-more">
        <Button kind="quiet" onClick={() => setOpen(true)}>
          {t.more}
        </Button>
      </div>
    )
  return (
    <Loaded query={query}>
      {({ rows, next }) => (
        <>
          <NoticeCard rows={rows} led={led} />
          {next && <Earlier key={next} after={next} led={led} />}
        </>
      )}
    </Loaded>
  )
}
