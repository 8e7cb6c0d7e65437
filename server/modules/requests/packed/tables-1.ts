/**
 * Words and shapes of version 1 of the packed file: what a history says again and again, by a number instead.
 *
 * Frozen with the first file that was written: never edited, not even its order. Another list is another version.
 */

/** The first 128 take one byte, the others two. A word that is not here is written out. */
export const WORDS = [
  // actions
  'submit', 'accept', 'dispatch', 'takeOn', 'contact', 'progress', 'finish', 'confirm', 'closeSilently', 'callBack',
  'offer', 'claim', 'release', 'giveBack', 'dispute', 'rule', 'whistle', 'reportIn', 'partDone', 'askReporter', 'answer',
  'supplement', 'askTime', 'askPause', 'askShelve', 'grant', 'refuse', 'resume', 'notSatisfied', 'rate', 'reopen',
  'withdraw', 'decline', 'close', 'merge', 'merged', 'setCategory', 'limitView', 'urge', 'supervise',
  'answerSupervision', 'liftSupervision', 'escalate', 'bringBack', 'remindLate', 'join', 'noteInside',
  // states
  'submitted', 'accepted', 'offered', 'dispatched', 'handling', 'waiting', 'paused', 'returned', 'disputed', 'onLadder',
  'finished', 'shelved', 'closed', 'lead', 'co', 'called', 'reportedIn', 'ended', 'reporter', 'joiner',
  // outcomes
  'solved', 'explained', 'notOurs', 'duplicate', 'withdrawn', 'met', 'missed', 'running', 'cancelled',
  // clocks
  'handle', 'all', 'workingHours', 'workingDays', 'naturalDays', 'intakeByDay', 'intake', 'ordinary', 'complex',
  'consult', 'utility', 'emergency', 'response',
  // who
  '居民', '系统', '',
  // keys of facts
  'handler', 'coHandlers', 'outcome', 'cause', 'silentAt', 'dueAt', 'stars', 'reason', 'until', 'kind', 'reached',
  'satisfied', 'times', 'category', 'joiners', 'into', 'from', 'title', 'level', 'channel', 'helper', 'signpost',
  'joint', 'publicWords', 'binding', 'time', 'pause', 'shelve', 'phone', 'paper', 'telephone',
  // two bytes from about here
  'walkIn', 'door', 'api', 'areaDispatch', 'weekendCouncil', 'jointConference', 'minutes', 'hours', 'days',
  // causes, as history keeps them
  '自然老化损坏', '维护保养不到位', '施工造成', '天气灾害', '人为损坏', '行为不文明', '设计或建设缺陷', '设施数量不足',
  '水电气暖单位原因', '规则不清或没有规则', '沟通或告知不够', '个人或家庭困难', '原因不明',
] as const // prettier-ignore

/** Keys of objects that come often. Times that follow from each other stand side by side. */
export const SHAPES = [
  [],
  ['round', 'limits', 'changedAt', 'current', 'past'],
  ['kind', 'round', 'limit', 'startedAt', 'dueAt', 'amberAt', 'pauses', 'pausedAt', 'remainingMs', 'extension', 'stoppedAt', 'outcome'],
  ['amount', 'unit', 'source'],
  ['accept', 'contact', 'handle', 'answer'],
  ['accept', 'answer'],
  ['accept'],
  ['at', 'start'],
  ['at', 'stop'],
  ['at', 'stop', 'start'],
  ['at', 'cancel'],
  ['at', 'newRound', 'start'],
  ['at', 'limits'],
  ['at', 'pause'],
  ['at', 'resume'],
  ['at', 'extend'],
  ['kinds', 'to'],
  ['from', 'to'],
  ['at', 'to'],
  ['handler'],
  ['handler', 'dueAt'],
  ['handler', 'coHandlers'],
  ['outcome'],
  ['outcome', 'stars'],
  ['outcome', 'cause', 'silentAt'],
  ['outcome', 'reason'],
  ['times'],
  ['category'],
  ['joiners'],
  ['until'],
  ['reached', 'outcome', 'solved', 'satisfied'],
] as const // prettier-ignore
