/**
 * News that are not about a request: one sentence for each, by the key that the server tells, and where it leads. What is
 * not listed is shown as 有新消息.
 */
import { texts } from '#web/platform/i18n.ts'

// prettier-ignore
export const newsText = texts({
  zh: { told: {
    'members.claimed': '有党员登记住在这里，等您确认', 'members.agreed': '一位党员同意了登记', 'members.card.sent': '收到一张报到卡，等您接收',
    'members.confirm': '组织确认了您的党员登记', 'members.return': '您的党员登记被退回', 'members.change': '您的党员登记有改动', 'members.leave': '您的党员登记已转出', 'members.recordPaper': '您签的告知已存，登记生效', 'members.entered': '组织登记了您，已签的告知存在社区', 'members.asked': '组织登记了您，等您同意',
    'members.card.accept': '社区接收了您的报到卡', 'members.card.return': '您的报到卡被退回', 'members.card.end': '您的报到已结束',
    'plates.asked': '有邻居看到门牌，问您一件事', 'plates.answered': '邻居回答了您', 'plates.passedOn': '邻居说，这件事报给社区更合适',
    'household.askAnswered': '您问自家档案的事，有答复了', 'pairing.proposed': '请您和一户邻居结对，愿不愿意由您定', 'pairing.ended': '一户结对结束了', 'post.handedOver': '您的岗位交接给了别人', 'post.takenOver': '一个岗位交接给了您',
    'selection.nominated': '有人推荐您，愿不愿意由您定', 'selection.refused': '您这次没有通过，理由写在选举里', 'selection.elected': '您当选了', 'export.waiting': '有人申请导出含个人信息的清单，等另一人同意', 'export.agreed': '您申请的导出，同意了', 'export.refused': '您申请的导出，没有同意', 'audit.revealAlarm': '有人短时间里看了很多次电话',
    'operations.backupOld': '一天多没有成功的备份，请值守人查看备份盘和日志',
    'figures.differed': '统计复核发现差异，已经更正',
    'webhook.paused': '推送多日不通，已暂停', 'peer.paused': '对接平台多日不通，已暂停',
  }, differed: (day: string, count: string) => `${day} 的数据有 ${count} 处对不上`, sinceHours: (hours: number) => `上一份备份在 ${hours} 小时前` },
  en: { told: {
    'members.claimed': 'A member says they live here; please confirm', 'members.agreed': 'A member agreed to being entered', 'members.card.sent': 'A report card waits for you',
    'members.confirm': 'Your entry as a member is confirmed', 'members.return': 'Your entry as a member was returned', 'members.change': 'Your entry as a member was changed', 'members.leave': 'Your entry as a member was transferred', 'members.recordPaper': 'Your signed notice is kept; the entry counts', 'members.entered': 'The organisation entered you; your signed notice is kept', 'members.asked': 'The organisation entered you; please agree or not',
    'members.card.accept': 'The community accepted your report card', 'members.card.return': 'Your report card was returned', 'members.card.end': 'Your report card has ended',
    'plates.asked': 'A neighbour saw your plate and asks', 'plates.answered': 'Your neighbour answered', 'plates.passedOn': 'Your neighbour says the community should know',
    'household.askAnswered': 'What you asked about your household’s file is answered', 'pairing.proposed': 'You are asked to look in on a household; it is for you to decide', 'pairing.ended': 'A pairing has ended', 'post.handedOver': 'Your post was handed over', 'post.takenOver': 'A post was handed over to you',
    'selection.nominated': 'You were nominated; it is for you to decide', 'selection.refused': 'You did not pass this time; the reason stands with the selection', 'selection.elected': 'You were elected', 'export.waiting': 'Somebody asks to take out a list about persons; a second person must agree', 'export.agreed': 'Your export was agreed to', 'export.refused': 'Your export was not agreed to', 'audit.revealAlarm': 'Somebody opened many numbers within minutes',
    'operations.backupOld': 'No good backup for more than a day; please look at the backup disk and the log',
    'figures.differed': 'A recount found figures that differed, and put them right',
    'webhook.paused': 'A webhook has not worked for days and is paused', 'peer.paused': 'A server has not answered for days and is paused',
  }, differed: (day: string, count: string) => `${day}: ${count} ${count === '1' ? 'difference' : 'differences'}`, sinceHours: (hours: number) => `The last one was ${hours} hours ago` },
})
