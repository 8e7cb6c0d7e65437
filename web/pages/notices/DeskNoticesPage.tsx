/** 消息 at the desk: what the posts that I hold, and I myself, were told. */
import { Page } from '#web/components/desk/Page.tsx'
import { useText } from '#web/platform/i18n.ts'
import { noticesText } from '#web/texts/notices.ts'
import { NoticeList, ReadAll } from './NoticeList.tsx'

export function DeskNoticesPage() {
  const t = useText(noticesText)
  return (
    <Page title={t.title} note={t.deskNote} tools={<ReadAll />}>
      <NoticeList />
    </Page>
  )
}
