/**
 * What each figure is called and how it is counted: the definition that stands at the figure and over the rows behind it.
 * Codes are those of contracts/figures.ts. Source of the three rates: 北京市接诉即办工作条例 32; the rest is custom.
 */
import type { Measure, RateCode, Stage, StandingMeasure, TIMED_STAGES } from '#contracts/figures.ts'
import { texts } from '#web/platform/i18n.ts'

type Meaning = { name: string; means: string }
type Words = {
  measures: Record<Measure | StandingMeasure, Meaning>
  rates: Record<RateCode, Meaning>
  stages: Record<Stage, string>
  steps: Record<(typeof TIMED_STAGES)[number], string>
}

// prettier-ignore
const zh: Words = {
  measures: {
    received: { name: '收到', means: '这段时间收到的全部，各个渠道都算，按收到那天记' },
    sent: { name: '派出', means: '收到的里面，已经派给谁或放进接单池的' },
    takenOn: { name: '接下', means: '收到的里面，已经有人接下的' },
    done: { name: '办结', means: '收到的里面，办理人已经说办好的；居民怎么说另计' },
    heard: { name: '听到回话', means: '收到的里面，报件人评了价，或回访打通了' },
    confirmed: { name: '确认解决', means: '收到的里面，报件人或回访说解决了的；没有回话的不算' },
    acceptMet: { name: '受理按时', means: '收到的里面，在受理时限内受理或派出的' },
    acceptLate: { name: '受理超时', means: '收到的里面，受理超过时限的' },
    contactMet: { name: '联系按时', means: '收到的里面，在时限内先和报件人联系上的' },
    contactLate: { name: '联系超时', means: '收到的里面，先行联系超过时限的' },
    repeated: { name: '重复反映', means: '收到的里面，同一件事又有人报：加入的或并进来的' },
    urged: { name: '催过', means: '收到的里面，被催过的' },
    closed: { name: '结案', means: '这段时间结案的，怎么结的都算，按结案那天记' },
    solved: { name: '结案：已解决', means: '结案的里面，结论是已解决的' },
    explained: { name: '结案：已解释', means: '结案的里面，解释清楚、没有可办的' },
    notOurs: { name: '结案：指路', means: '结案的里面，不归本级管、已经指明找谁的' },
    duplicate: { name: '结案：并案', means: '结案的里面，并进另一件的' },
    withdrawn: { name: '结案：撤回', means: '结案的里面，报件人自己撤回的' },
    handleMet: { name: '办理按时', means: '结案的里面，在答应的时限内办好的' },
    handleLate: { name: '办理超时', means: '结案的里面，超过答应的时限才办好的' },
    byReporter: { name: '报件人确认', means: '结案的里面，报件人自己确认的' },
    byCallBack: { name: '回访确认', means: '结案的里面，回访时确认的' },
    bySilence: { name: '默认结案', means: '结案的里面，办结后到期没有回话、自动结案的；不算满意' },
    byStaff: { name: '受理岗结案', means: '结案的里面，由受理岗解释、指路或并案结掉的' },
    asked: { name: '有回话的', means: '结案的里面，报件人评了价，或回访打通了' },
    saidSolved: { name: '说解决了', means: '有回话的里面，说解决了的' },
    saidSatisfied: { name: '说满意', means: '有回话的里面，说满意的' },
    notReached: { name: '没找到人', means: '结案的里面，回访没有打通的' },
    reopened: { name: '重新办理', means: '结案的里面，办过不止一轮的' },
    returned: { name: '退回过', means: '结案的里面，被办理人退回过的' },
    onTheSpot: { name: '当场处置', means: '结案的里面，谁发现谁当场办好的' },
    exempted: { name: '批准的延时、暂停、挂账', means: '这段时间批准的，按批准那天记' },
    openNow: { name: '未结', means: '此刻还没有结案的，不看时段' },
    overdueNow: { name: '超时未结', means: '此刻过了时限还没有动的，不看时段' },
  },
  rates: {
    response: { name: '响应率', means: '时限内先行联系 ÷ 该联系的' },
    solved: { name: '解决率', means: '居民说解决了 ÷ 有回话的' },
    satisfied: { name: '满意率', means: '居民说满意 ÷ 有回话的' },
    accepted: { name: '按时受理率', means: '时限内受理 ÷ 该受理的' },
    onTime: { name: '按期办结率', means: '时限内办好 ÷ 结案的，撤回等不计' },
    reopened: { name: '重新办理率', means: '办过不止一轮 ÷ 结案的' },
    repeated: { name: '重复反映率', means: '又有人报同一件事 ÷ 收到的' },
    onTheSpot: { name: '当场处置率', means: '谁发现谁办好 ÷ 结案的' },
    silence: { name: '默认结案占比', means: '到期没有回话而结案 ÷ 结案的' },
  },
  stages: { received: '收到', sent: '派单', takenOn: '接单', done: '办结', heard: '回访到', confirmed: '确认解决' },
  steps: { sent: '收到到派单', takenOn: '派单到接单', done: '接单到办结', heard: '办结到回访' },
}

// prettier-ignore
const en: Words = {
  measures: {
    received: { name: 'Received', means: 'all that was received in this time, by whatever channel, on the day it came' },
    sent: { name: 'Sent on', means: 'of what was received: sent to somebody or offered to the pool' },
    takenOn: { name: 'Taken on', means: 'of what was received: somebody took it on' },
    done: { name: 'Done', means: 'of what was received: the handler says it is done; what the resident says is counted apart' },
    heard: { name: 'Heard back', means: 'of what was received: the reporter rated it, or a call-back reached them' },
    confirmed: { name: 'Confirmed solved', means: 'of what was received: solved in the word of the reporter or a call-back; silence does not count' },
    acceptMet: { name: 'Taken in on time', means: 'of what was received: taken in or sent on within the limit' },
    acceptLate: { name: 'Taken in late', means: 'of what was received: taken in after the limit' },
    contactMet: { name: 'Contacted on time', means: 'of what was received: the reporter was contacted within the limit' },
    contactLate: { name: 'Contacted late', means: 'of what was received: the first contact came after the limit' },
    repeated: { name: 'Reported again', means: 'of what was received: somebody else reported the same, joined or merged' },
    urged: { name: 'Urged', means: 'of what was received: urged at least once' },
    closed: { name: 'Closed', means: 'all that was closed in this time, whatever the outcome, on the day it was closed' },
    solved: { name: 'Closed as solved', means: 'of what was closed: the outcome is solved' },
    explained: { name: 'Closed as explained', means: 'of what was closed: explained, nothing to be done' },
    notOurs: { name: 'Closed with directions', means: 'of what was closed: another level’s matter, and the reporter was told whose' },
    duplicate: { name: 'Closed as merged', means: 'of what was closed: merged into another one' },
    withdrawn: { name: 'Withdrawn', means: 'of what was closed: withdrawn by the reporter' },
    handleMet: { name: 'Handled on time', means: 'of what was closed: done within the promised time' },
    handleLate: { name: 'Handled late', means: 'of what was closed: done after the promised time' },
    byReporter: { name: 'Confirmed by the reporter', means: 'of what was closed: the reporter confirmed it' },
    byCallBack: { name: 'Confirmed by call-back', means: 'of what was closed: confirmed in a call-back' },
    bySilence: { name: 'Closed by silence', means: 'of what was closed: done, no answer in time, closed by itself; never counted as satisfied' },
    byStaff: { name: 'Closed by the desk', means: 'of what was closed: explained, directed or merged by the desk' },
    asked: { name: 'Who answered', means: 'of what was closed: the reporter rated it, or a call-back reached them' },
    saidSolved: { name: 'Said solved', means: 'of who answered: said it is solved' },
    saidSatisfied: { name: 'Said satisfied', means: 'of who answered: said they are satisfied' },
    notReached: { name: 'Not reached', means: 'of what was closed: the call-back reached nobody' },
    reopened: { name: 'Handled again', means: 'of what was closed: it took more than one round' },
    returned: { name: 'Returned', means: 'of what was closed: a handler had given it back' },
    onTheSpot: { name: 'Done on the spot', means: 'of what was closed: done at once by whoever found it' },
    exempted: { name: 'Approved extensions, pauses, shelvings', means: 'approved in this time, on the day of approval' },
    openNow: { name: 'Open', means: 'not closed at this moment, whatever the period' },
    overdueNow: { name: 'Overdue', means: 'past its time and not moving at this moment, whatever the period' },
  },
  rates: {
    response: { name: 'Response', means: 'contacted within the limit ÷ to be contacted' },
    solved: { name: 'Solved', means: 'residents say solved ÷ who answered' },
    satisfied: { name: 'Satisfied', means: 'residents say satisfied ÷ who answered' },
    accepted: { name: 'Taken in on time', means: 'taken in within the limit ÷ to be taken in' },
    onTime: { name: 'Done on time', means: 'done within the promised time ÷ closed, without withdrawn and the like' },
    reopened: { name: 'Handled again', means: 'more than one round ÷ closed' },
    repeated: { name: 'Reported again', means: 'reported by others too ÷ received' },
    onTheSpot: { name: 'On the spot', means: 'done by whoever found it ÷ closed' },
    silence: { name: 'Closed by silence', means: 'no answer in time ÷ closed' },
  },
  stages: { received: 'Received', sent: 'Sent on', takenOn: 'Taken on', done: 'Done', heard: 'Heard back', confirmed: 'Confirmed' },
  steps: { sent: 'receiving to sending', takenOn: 'sending to taking on', done: 'taking on to done', heard: 'done to hearing back' },
}

export const figuresText = texts({ zh, en })
