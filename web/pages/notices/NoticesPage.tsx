/** 消息: what I was told, newest first. Read and unread are apart until one says so. */
import { useState } from 'react'
import { listNotices, readNotices } from '#contracts/people.ts'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { AppFrame } from '#web/components/AppFrame.tsx'
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

export function NoticesPage() {
  const t = useText(noticesText)
  const query = useEndpoint(listNotices, { query: {} })
  const read = useCommand(readNotices, { changes: ['notices', 'home'] })
  const newest = query.data?.rows[0]
  const unread = query.data?.unread ?? 0
  return (
    <AppFrame
      title={t.title}
      end={
        unread > 0 &&
        newest && (
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
    >
      <Loaded query={query}>
        {({ rows, next }) =>
          rows.length === 0 ? (
            <Empty mood="quiet" icon="bell" title={t.none} note={t.noneNote} />
          ) : (
            <>
              <NoticeCard rows={rows} />
              {next && <Earlier key={next} after={next} />}
            </>
          )
        }
      </Loaded>
    </AppFrame>
  )
}

function NoticeCard({ rows }: { rows: readonly Notice[] }) {
  return (
    <Card>
      {rows.map((notice) => (
        <NoticeRow key={notice.id} notice={notice} />
      ))}
    </Card>
  )
}

function NoticeRow({ notice }: { notice: Notice }) {
  const t = useText(noticesText)
  const { dayTime } = useTime()
  const { title, text, icon, to } = useNoticeSentence(notice)
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
function Earlier({ after }: { after: string }) {
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
          <NoticeCard rows={rows} />
          {next && <Earlier key={next} after={next} />}
        </>
      )}
    </Loaded>
  )
}
