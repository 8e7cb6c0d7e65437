/** Words of the log: what was done. A word that is new to this list is shown as it was written. */
import { texts } from '#web/platform/i18n.ts'

// prettier-ignore
const WHAT_ZH = { reveal: '查看个人信息', signIn: '登录', appoint: '任命', endTerm: '结束任期', createPost: '新建岗位', createPosts: '建齐岗位', redrawGrids: '调整网格', cancelGrids: '取消网格调整', drawOutline: '画边界', importOutlines: '导入边界', createPerson: '录入人员', closeAccess: '停用登录', reopenAccess: '恢复登录', setUsername: '给账号', setPassword: '设密码', setCategory: '改类别与时限', firstAdmin: '首位管理员', revealAlarm: '查看过密', erase: '注销并删除', retention: '到期删除', changeHousehold: '改住户情况', confirmHousehold: '核对住户', joinHousehold: '登记住户', leaveHousehold: '记搬走', moveOut: '整户搬走', keepValue: '记下照护等内容', dropValue: '清空内容', giveConsent: '本人同意', recordConsent: '代记同意', withdrawConsent: '收回同意', askAboutFile: '申请更正或删除', enterUnit: '登记专有部分', sellUnit: '登记转让', addPlace: '录入地方', addPlaces: '批量录入楼房', changePlace: '改地方', removePlace: '删除地方', takeDivisions: '取用行政区划', proposePairing: '提议结对', acceptPairing: '同意结对', declinePairing: '谢绝结对', withdrawPairing: '撤回结对提议', endPairing: '结束结对', applyPlan: '采用方案', changePost: '改岗位', endPost: '撤岗位', handOver: '交接岗位', createOrganisation: '新建组织', changeOrganisation: '改组织', endOrganisation: '撤组织', joinAlliance: '加成员单位', leaveAlliance: '退出联盟', sponsor: '加包抓', endSponsorship: '结束包抓', saveChain: '改责任链', createVenue: '新建阵地', changeVenue: '改阵地', endVenue: '关阵地', addReserve: '加后备', endReserve: '移出后备', createSelection: '开始推选', nominate: '推荐人选', standSelf: '自荐', agreeStand: '同意参选', withdrawStand: '退出推选', beginVetting: '开始审查', vet: '记审查', beginDeciding: '定人选', decideSelection: '选定', cancel: '取消推选', exportAsked: '申请导出', exportAgreed: '同意导出', exportRefused: '不同意导出', exportFetched: '下载导出', export: '导出含此人的清单', makeWebhook: '加推送', changeWebhook: '改推送', renewWebhook: '换推送密钥', removeWebhook: '撤推送', makePeer: '加对接平台', changePeer: '改对接平台', removePeer: '撤对接平台', makeKey: '新建密钥', renewKey: '换新密钥', revokeKey: '吊销密钥', setOpen311Service: '改对外受理方式' }
// prettier-ignore
const WHAT_EN = { reveal: 'Personal data opened', signIn: 'Signed in', appoint: 'Appointed', endTerm: 'Term ended', createPost: 'Post made', createPosts: 'Posts of the chain made', redrawGrids: 'Grids changed', cancelGrids: 'Change of grids cancelled', drawOutline: 'Outline drawn', importOutlines: 'Outlines taken from a file', createPerson: 'Person entered', closeAccess: 'Access closed', reopenAccess: 'Access reopened', setUsername: 'User name given', setPassword: 'Password set', setCategory: 'Category changed', firstAdmin: 'First administrator', revealAlarm: 'Many openings', erase: 'Erased', retention: 'Deleted by the clock', changeHousehold: 'Household changed', confirmHousehold: 'Household checked', joinHousehold: 'Entered in a household', leaveHousehold: 'Left a household', moveOut: 'Household moved out', keepValue: 'Value kept', dropValue: 'Value emptied', giveConsent: 'Consent given', recordConsent: 'Consent recorded', withdrawConsent: 'Consent withdrawn', askAboutFile: 'Asked about a file', enterUnit: 'Unit entered', sellUnit: 'Sale entered', addPlace: 'Place entered', addPlaces: 'Buildings entered in bulk', changePlace: 'Place changed', removePlace: 'Place removed', takeDivisions: 'Divisions taken in', proposePairing: 'Pairing proposed', acceptPairing: 'Pairing accepted', declinePairing: 'Pairing declined', withdrawPairing: 'Proposal withdrawn', endPairing: 'Pairing ended', applyPlan: 'Plan applied', changePost: 'Post changed', endPost: 'Post ended', handOver: 'Post handed over', createOrganisation: 'Organisation founded', changeOrganisation: 'Organisation changed', endOrganisation: 'Organisation ended', joinAlliance: 'Member of an alliance added', leaveAlliance: 'Alliance left', sponsor: 'Responsibility taken', endSponsorship: 'Responsibility ended', saveChain: 'Chain changed', createVenue: 'Venue opened', changeVenue: 'Venue changed', endVenue: 'Venue closed', addReserve: 'Added to the reserve', endReserve: 'Removed from the reserve', createSelection: 'Selection opened', nominate: 'Candidate nominated', standSelf: 'Stood as a candidate', agreeStand: 'Agreed to stand', withdrawStand: 'Withdrew', beginVetting: 'Vetting begun', vet: 'Vetting recorded', beginDeciding: 'Vetting ended', decideSelection: 'Selection decided', cancel: 'Selection called off', exportAsked: 'Export asked for', exportAgreed: 'Export agreed to', exportRefused: 'Export refused', exportFetched: 'Export fetched', export: 'In a list that was taken out', makeWebhook: 'Webhook made', changeWebhook: 'Webhook changed', renewWebhook: 'Webhook secret renewed', removeWebhook: 'Webhook removed', makePeer: 'Server connected', changePeer: 'Server changed', removePeer: 'Server disconnected', makeKey: 'Key made', renewKey: 'Key renewed', revokeKey: 'Key revoked', setOpen311Service: 'Open311 service changed' } satisfies Record<keyof typeof WHAT_ZH, string>
export type AuditWord = keyof typeof WHAT_ZH

/** The words one can filter by, in the order of the list. */
export const AUDIT_WORDS = Object.keys(WHAT_ZH) as AuditWord[] // keys of the object just above

export const auditText = texts({
  zh: {
    title: '查看记录',
    note: '谁在什么时候看了、改了什么；只记不改',
    what: '做了什么',
    all: '全部',
    at: '时间',
    actor: '以什么身份',
    subject: '对谁、对什么',
    reason: '理由',
    none: '没有记录',
    more: '再看以前的',
    newest: '回到最新',
    by: { demo: '演示，一点即入', code: '手机验证码', password: '账号和密码' },
    words: WHAT_ZH,
  },
  en: {
    title: 'Who looked',
    note: 'Who opened or changed what, and when; written once, never changed',
    what: 'What was done',
    all: 'All',
    at: 'When',
    actor: 'In what capacity',
    subject: 'To whom or what',
    reason: 'Reason',
    none: 'Nothing recorded',
    more: 'Earlier ones',
    newest: 'Back to the newest',
    by: {
      demo: 'demo, one tap',
      code: 'code to the phone',
      password: 'user name and password',
    },
    words: WHAT_EN,
  },
})
