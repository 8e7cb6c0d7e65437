/** Words of 消息. What happened to a request is said by the sentences of texts/request.ts; here is only what they do not know. */
import { texts } from '#web/platform/i18n.ts'

// prettier-ignore
export const noticesText = texts({
  zh: {
    title: '消息', none: '还没有消息', noneNote: '您的事有进展，会写在这里。', deskNote: '告诉您和您的岗位的事，最近的在前。', readAll: '全部已读', unread: '未读', more: '再早一些',
    submit: (place: string) => `${place}新报来一件`, join: '又有邻居关注', other: '有新消息',
  },
  en: {
    title: 'News', none: 'No news yet', noneNote: 'When something of yours moves on, it is told here.', deskNote: 'What you and your posts were told, the newest first.', readAll: 'Mark all read', unread: 'Unread', more: 'Earlier',
    submit: (place: string) => `New from ${place}`, join: 'Another neighbour follows it', other: 'There is news',
  },
})
