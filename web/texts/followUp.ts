/** Words of the call-backs: reached, solved, satisfied, and what the person said. */
import { texts } from '#web/platform/i18n.ts'

// prettier-ignore
export const followUpText = texts({
  zh: {
    title: '回访', note: (count: number) => `${count} 件等回访`, none: '都回访完了', noneHint: '办结的会排到这里。', list: '等回访的件',
    silent: (when: string) => `${when} 前没回话会先结案，不算满意`, silentShort: (span: string) => `剩 ${span}`, silentPast: '到期', doneAt: (when: string) => `${when} 说办结`, missed: (count: number) => (count === 1 ? '打过 1 次没通' : `打过 ${count} 次没通`),
    claim: '办理人说', asked: '当时报的', who: '打给谁', nobody: '没有留电话', form: '回访结果',
    reached: '打通了吗', reachedYes: '打通了', reachedNo: '没打通', solved: '解决了吗', solvedYes: '解决了', solvedNo: '没解决', satisfied: '满意吗', satisfiedYes: '满意', satisfiedNo: '不满意', words: '原话', wordsHint: '照原话记。没解决的，办理人会看到。',
    afterSolved: '记下后结案：是本人说解决了。', afterNot: '记下后开新的一轮，时间从头算。', afterMissed: '记一次没打通，件还留在这里。',
    save: '记下，下一件', saving: '正在记', savedSolved: '已结案', savedNot: '已重办', savedMissed: '已记一次没打通', choose: '先选结果', all: '看全部经过', cannot: '这一件您不能回访：办理人不能回访自己的件。', next: '下一件', previous: '上一件', goReached: '打通了', goMissed: '没打通', keys: '回访',
  },
  en: {
    title: 'Call-backs', note: (count: number) => `${count} to call`, none: 'All called back', noneHint: 'What is said to be done comes here.', list: 'To call back',
    silent: (when: string) => `Without a word by ${when} it closes for now, not counted as satisfied`, silentShort: (span: string) => `${span} left`, silentPast: 'time is up', doneAt: (when: string) => `said done ${when}`, missed: (count: number) => (count === 1 ? 'not reached once' : `not reached ${count} times`),
    claim: 'The handler says', asked: 'What was reported', who: 'Whom to call', nobody: 'No number was left', form: 'How it went',
    reached: 'Did you reach them?', reachedYes: 'Reached', reachedNo: 'Not reached', solved: 'Is it solved?', solvedYes: 'Solved', solvedNo: 'Not solved', satisfied: 'Are they satisfied?', satisfiedYes: 'Satisfied', satisfiedNo: 'Not satisfied', words: 'Their words', wordsHint: 'As they said it. If it is not solved, the handler reads it.',
    afterSolved: 'It will be closed: they said themselves that it is solved.', afterNot: 'A new round begins, with its clock from the start.', afterMissed: 'One call that was not answered is counted; it stays here.',
    save: 'Note it, next one', saving: 'Saving', savedSolved: 'Closed', savedNot: 'A new round has begun', savedMissed: 'Counted as not reached', choose: 'Choose first', all: 'The whole story', cannot: 'You cannot call about this one: nobody checks their own work.', next: 'Next', previous: 'Previous', goReached: 'Reached', goMissed: 'Not reached', keys: 'Call-back',
  },
})
