/** 消息: what I was told, newest first. Read and unread are apart until one says so. */
import { AppFrame } from '#web/components/AppFrame.tsx'
import { useText } from '#web/platform/i18n.ts'
import { noticesText } from '#web/texts/notices.ts'
import { NoticeList, ReadAll } from './NoticeList.tsx'

export function NoticesPage() {
  const t = useText(noticesText)
  return (
    <AppFrame title={t.title} end={<ReadAll />}>
      <NoticeList led />
    </AppFrame>
  )
}
