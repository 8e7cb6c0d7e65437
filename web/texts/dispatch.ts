/** Words of sending a request on its way, one or many. */
import { texts } from '#web/platform/i18n.ts'

// prettier-ignore
export const dispatchText = texts({
  zh: {
    joint: '四联', jointNone: '不分类', joints: { organising: '组织联建', governance: '治理联创', hardship: '困难联帮', activities: '活动联办' },
    how: '怎么派', one: '派一家', pool: '接单池', whistle: '吹哨', rule: '裁定给谁',
    to: '派给，对结果负责', lead: '牵头，对结果负责', suggested: '建议', change: '换一家', find: '写名字找一家', more: (count: number) => `还有 ${count} 家，写名字找`, noHandlers: '这里还没有可派的单位或岗位。',
    load: (open: number, done: number) => (done > 0 ? `手上 ${open} 件，90 天同类办好 ${done} 件` : `手上 ${open} 件`),
    co: '协办', addCo: '加一家', pickCo: '选一家协办', task: (name: string) => `${name}做什么`, taskHint: '做什么，比如：查雨水管', byWhen: '几点前报到', by: (name: string) => `${name}几点前报到`, removeCo: (name: string) => `不要${name}`, needCo: '吹哨至少要一家协办，各写一句做什么。',
    needHandler: '先选派给谁。', needNote: '写一句为什么这样定。', note: '交代办理人（内外都看得到）', ruleNote: '裁定的理由', poolNote: '对接单的人说一句',
    readers: (count: number) => `${count} 位居民会看到`, poolAfter: '附近的党员、志愿者、网格员马上收到，谁先接归谁。',
    words: {
      one: (name: string, when: string) => (when ? `已请${name}来办，${when}前办好。` : `已请${name}来办。`),
      whistle: (lead: string, others: string, when: string) => `${lead}牵头，${others}一起来办${when ? `，${when}前办好` : ''}。`,
    },
    send: { one: (name: string) => `派给${name}`, pool: '放进接单池', whistle: (count: number) => `吹哨，通知 ${count} 家`, rule: (name: string) => `裁定由${name}办` },
    sent: { one: (title: string, name: string) => `“${title}”派给${name}`, pool: (title: string) => `“${title}”放进接单池`, whistle: (title: string, count: number) => `“${title}”吹哨，通知 ${count} 家`, rule: (title: string, name: string) => `“${title}”裁定由${name}办` },
    again: (count: number) => `90 天里第 ${count} 次。`, toLadder: '列入片区调度会', againEnd: '，一次定下谁修、谁出钱。',
    keys: { one: '派一家', pool: '放进接单池', whistle: '吹哨', ways: '怎么派', send: '发出', addCo: '加一家协办' },
    bulk: (count: number) => `选了 ${count} 件`, bulkStep: '一起', bulkAccept: '受理', bulkOffer: '放进接单池', bulkDispatch: '派给一家', bulkTo: '派给哪一家', bulkGo: (count: number) => `${count} 件一起办`, bulkStarting: '正在开始',
    bulkRunning: (done: number, total: number) => `${done} / ${total} 件`, bulkDone: (done: number) => `${done} 件办完`, bulkRefused: (count: number) => `${count} 件没办成`, bulkLeave: '可以离开，回来还在这儿。', bulkSeen: '收起', bulkProgress: '批量进度',
  },
  en: {
    joint: 'Kind of joint working', jointNone: 'Not said', joints: { organising: 'Organising together', governance: 'Governing together', hardship: 'Helping together', activities: 'Activities together' },
    how: 'How to send it', one: 'One', pool: 'Pool', whistle: 'Whistle', rule: 'Rule who does it',
    to: 'Send to, answers for the result', lead: 'Leads, answers for the result', suggested: 'suggested', change: 'Another', find: 'Type a name', more: (count: number) => `${count} more; type a name`, noHandlers: 'Nobody to send to here yet.',
    load: (open: number, done: number) => (done > 0 ? `${open} in hand, ${done} of this kind done in 90 days` : `${open} in hand`),
    co: 'Joining', addCo: 'Add one', pickCo: 'Choose who joins', task: (name: string) => `Task of ${name}`, taskHint: 'What to do, e.g. check the drain', byWhen: 'Reports in by', by: (name: string) => `${name} reports in by`, removeCo: (name: string) => `Without ${name}`, needCo: 'A whistle needs at least one who joins, each with a task.',
    needHandler: 'Choose whom first.', needNote: 'Say why.', note: 'Words to the handler (everybody reads them)', ruleNote: 'Reason of the ruling', poolNote: 'A word to whoever takes it',
    readers: (count: number) => (count === 1 ? 'One resident will read' : `${count} residents will read`), poolAfter: 'Members, volunteers and grid workers nearby are told at once; the first to claim it has it.',
    words: {
      one: (name: string, when: string) => (when ? `${name} will see to it by ${when}.` : `${name} will see to it.`),
      whistle: (lead: string, others: string, when: string) => `${lead} leads, together with ${others}${when ? `, done by ${when}` : ''}.`,
    },
    send: { one: (name: string) => `Send to ${name}`, pool: 'Offer to the pool', whistle: (count: number) => `Whistle for ${count}`, rule: (name: string) => `Rule: ${name}` },
    sent: { one: (title: string, name: string) => `“${title}” goes to ${name}`, pool: (title: string) => `“${title}” goes to the pool`, whistle: (title: string, count: number) => `“${title}”: whistle for ${count}`, rule: (title: string, name: string) => `“${title}”: ruled for ${name}` },
    again: (count: number) => `No. ${count} within 90 days. `, toLadder: 'Put it before the area dispatch meeting', againEnd: ' and settle once who mends and who pays.',
    keys: { one: 'Send to one', pool: 'Offer to the pool', whistle: 'Whistle', ways: 'how to send', send: 'Send', addCo: 'Add one who joins' },
    bulk: (count: number) => `${count} selected`, bulkStep: 'All of them', bulkAccept: 'Accept', bulkOffer: 'Offer to the pool', bulkDispatch: 'Send to one', bulkTo: 'Send to whom', bulkGo: (count: number) => `Do all ${count}`, bulkStarting: 'Starting',
    bulkRunning: (done: number, total: number) => `${done} of ${total}`, bulkDone: (done: number) => `${done} done`, bulkRefused: (count: number) => `${count} refused`, bulkLeave: 'You may leave; it stays here.', bulkSeen: 'Fold', bulkProgress: 'Progress of the bulk step',
  },
})
