/** Words of what connects us with other systems: keys, Open311, webhooks, servers. */
import type { KeyScope } from '#contracts/key-scopes.ts'
import type { Offered } from '#contracts/open311.ts'
import { texts } from '#web/platform/i18n.ts'

// prettier-ignore
const SCOPES: { zh: Record<KeyScope, string>; en: Record<KeyScope, string> } = {
  zh: { 'open311.write': '报事和补充（Open311）', 'open311.media': '可让本系统按网址取图片', 'requests.read': '读事项，不含姓名电话', 'places.read': '读地方和网格', 'figures.read': '读运行数据' },
  en: { 'open311.write': 'File and add to requests (Open311)', 'open311.media': 'Have pictures fetched from an address', 'requests.read': 'Read requests, without names and numbers', 'places.read': 'Read places and grids', 'figures.read': 'Read figures' },
}
// prettier-ignore
const OFFERED: { zh: Record<Offered, string>; en: Record<Offered, string> } = {
  zh: { realtime: '即时给编号', batch: '受理后给编号', blackbox: '只收，不给编号', no: '不对外' },
  en: { realtime: 'Number at once', batch: 'Number once taken in', blackbox: 'Taken in, no number', no: 'Not offered' },
}

// prettier-ignore
export const connectionsText = texts({
  zh: {
    title: '对外连接', note: '别的系统怎样报事、取数、收消息', tabs: '连接的种类', tab: { keys: '密钥', open311: '对外受理', webhooks: '推送', servers: '对接平台' }, api: '接口说明',
    make: '新建密钥', makeTitle: '新建密钥', name: '给哪个系统用', nameHint: '会写在它办的每一步里，如：12345 热线', holder: '哪个单位负责', scopes: '可以做什么', scopeWords: SCOPES.zh, rate: '十秒内最多几次', expires: '最后一天', expiresHint: '不填就一直能用', saving: '正在办', incomplete: '填名称，至少选一项权限',
    none: '还没有密钥', noneHint: '别的系统要接进来，先给它一个密钥。', whole: (place: string) => `范围：${place}`, until: (day: string) => `用到 ${day}`, used: (day: string) => `最近使用 ${day}`, unused: '还没用过', state: { working: '可用', expired: '已到期', revoked: '已吊销' },
    secretTitle: '请现在抄下密钥', secretOnce: '关掉以后再也看不到。丢了就换一个新的。', copy: '复制', copied: '已复制', close: '抄好了',
    renew: '换新', renewTitle: '换新密钥', renewAfter: (name: string) => `${name} 原来的密钥马上不能用，要换上新的才能再接进来。`, revoke: '吊销', revokeTitle: '吊销密钥', revokeAfter: (name: string) => `${name} 马上接不进来，不能恢复。已经报的事照常办。`, revoked: '已吊销',
    address: '受理地址', discovery: '发现地址', jurisdiction: '辖区代码', offered: '对外方式', offeredWords: OFFERED.zh, category: '类别', asks: '要填的', asked: (count: number) => `${count} 项`, limited: '仅工作人员可见', saved: '已保存',
  },
  en: {
    title: 'Connections', note: 'How other systems file requests, read data and are notified', tabs: 'Kinds of connection', tab: { keys: 'Keys', open311: 'Open311', webhooks: 'Webhooks', servers: 'Servers' }, api: 'API description',
    make: 'New key', makeTitle: 'New key', name: 'For which system', nameHint: 'Shown at every step it takes, for example: 12345 hotline', holder: 'Who answers for it', scopes: 'What it may do', scopeWords: SCOPES.en, rate: 'Calls in ten seconds', expires: 'Last day', expiresHint: 'Leave empty for no end', saving: 'Saving', incomplete: 'Give a name and at least one scope',
    none: 'No keys yet', noneHint: 'Another system needs a key before it can connect.', whole: (place: string) => `Within ${place}`, until: (day: string) => `until ${day}`, used: (day: string) => `last used ${day}`, unused: 'never used', state: { working: 'Working', expired: 'Expired', revoked: 'Revoked' },
    secretTitle: 'Write the key down now', secretOnce: 'Once closed it is never shown again. If it is lost, renew the key.', copy: 'Copy', copied: 'Copied', close: 'I have it',
    renew: 'Renew', renewTitle: 'Renew the key', renewAfter: (name: string) => `The present key of ${name} stops working at once; it can connect again with the new one.`, revoke: 'Revoke', revokeTitle: 'Revoke the key', revokeAfter: (name: string) => `${name} is shut out at once and for good. What it has filed is handled as usual.`, revoked: 'Revoked',
    address: 'Endpoint', discovery: 'Discovery', jurisdiction: 'Jurisdiction', offered: 'Offered', offeredWords: OFFERED.en, category: 'Category', asks: 'Asked', asked: (count: number) => `${count}`, limited: 'staff only', saved: 'Saved',
  },
})
