/** What people are told: a post (whoever holds it) or a person as resident. What other modules may use. */
export { watchBackups } from './backup-old.ts'
export { sweepNotices } from './sweep.ts'
export { noticeRoutes } from './routes.ts'
export { tellAll, unreadCount, type NewNotice } from './notices.ts'
export { noticeChanges } from './changes.ts'
