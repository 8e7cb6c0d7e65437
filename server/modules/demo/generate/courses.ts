/**
 * How stories go: the usual loop, and the ways it strays. Each course is written as the steps that people
 * took, in the actions of contracts/requests.ts; filling replays them through the lifecycle itself.
 */
import { afterWork, DAY, toWhen } from './moments.ts'
import type { Random } from './random.ts'
import type { Setting } from './scene-setting.ts'
import type { Topic } from './topics.ts'
import type { DemoPhoto, DemoStep } from './types.ts'

export type Course =
  | 'usual'
  | 'explained'
  | 'declined'
  | 'shelved'
  | 'withdrawn'
  | 'secondRound'
  | 'givenBack'
  | 'asked'
  | 'moreTime'
  | 'ladder'
  | 'supervised'
/** `words`: what the handler says when it is done. */
type Script = {
  random: Random
  topic: Topic
  setting: Setting
  photo: (state: DemoPhoto['state']) => DemoPhoto[]
  from: number
  words: string
}
type Told = Omit<DemoStep, 'at' | 'by' | 'action'>

/** Days of silence after which the clock closes a finished request (docs/capabilities/requests.md, "Silent period"). */
const SILENT_DAYS = 7

export function tell(course: Course, script: Script): DemoStep[] {
  const { random, setting, topic, photo, from } = script
  const steps: DemoStep[] = []
  let at = from
  const step = (action: DemoStep['action'], by: string, told: Told = {}) =>
    void steps.push({ at: toWhen(at), action, by, ...told })
  const wait = (low: number, high: number) => void (at = afterWork(at, random.int(low, high)))
  const { handler, person } = setting.crew(topic.team)
  const [fastest, slowest] = topic.hours

  step('submit', setting.reporter, { photos: photo('before') })
  if (topic.kind === 'problem' && random.chance(0.3)) {
    for (let i = random.int(1, 4); i > 0; i--) {
      at += random.int(5, 90)
      const neighbour = random.pick(setting.neighbours)
      if (neighbour !== setting.reporter && !steps.some(({ by }) => by === neighbour)) step('join', neighbour)
    }
  }
  if (course === 'withdrawn') {
    at += random.int(20, 200)
    step('withdraw', setting.reporter, {
      note: random.pick(['已经好了，不麻烦了。', '邻居帮忙弄好了。', '我看错楼了，撤掉。']),
    })
    return steps
  }
  wait(3, 70)
  if (course === 'declined') {
    step('decline', setting.intake, {
      reasonCode: random.pick(['ownersDecide', 'notOurDuty', 'otherPlace']),
      note: '这件事要走别的门路，怎么办、找谁，都写在下面，打电话也行。',
    })
    return steps
  }
  step('accept', setting.intake)
  wait(1, 15)

  const pool = topic.team === 'pool'
  const helper = random.pick(setting.helpers.filter((key) => key !== setting.reporter))
  const worker = pool ? helper : person
  if (pool) {
    step('offer', setting.intake, { publicWords: '放到接单池了，热心的邻居看得到。' })
    wait(10, 9 * 60)
    step('claim', helper)
  } else {
    if (course === 'givenBack') {
      step('dispatch', setting.intake, {
        handler: setting.crew(topic.team === 'order' ? 'engineering' : 'order').handler,
      })
      wait(20, 200)
      step('giveBack', setting.crew(topic.team === 'order' ? 'engineering' : 'order').person, {
        reasonCode: 'notMyDuty',
        note: '这个不归我们班，请转一下。',
      })
      wait(10, 90)
    }
    step('dispatch', setting.intake, { handler, publicWords: '已经派下去了，谁在办、几时办好，这里都看得到。' })
    wait(5, 150)
    step('takeOn', worker)
  }
  if (course === 'asked') {
    wait(10, 60)
    step('askReporter', worker, { note: '是东头还是西头？方便的话再拍一张。' })
    at += random.int(30, 500)
    step('answer', setting.reporter, { note: '西头，靠花坛那边，又拍了一张。', photos: photo('before') })
  }
  wait(15, 120)
  step('contact', worker, {
    note: random.pick(['电话里问清了，说好几时去。', '和报的人通了电话。', '到楼下见了面，看了一眼。']),
    reached: true,
  })
  if (course === 'ladder') {
    wait(60, 600)
    step('escalate', setting.intake, { level: 'areaDispatch', note: '两家单位都要出力，上片区调度会一次定下来。' })
    at += random.int(2, 4) * DAY
    step('bringBack', setting.intake, { note: '会上定了：物业出人，排水所出车，费用按量结。' })
  }
  if (course === 'moreTime') {
    wait(60, 240)
    step('askTime', worker, { note: '配件要等，周末到。', untilInMinutes: random.int(3, 5) * DAY })
    wait(10, 120)
    step('grant', setting.secretary, { note: '同意，告诉报的人了。' })
  }
  if (course === 'supervised') {
    wait(60 * 8, 60 * 20)
    step('supervise', 'person:subdistrict', { note: '同一处第三次了，请说明原因和根治办法。', untilInMinutes: 3 * DAY })
    wait(60, 400)
    step('answerSupervision', worker, { note: '查了，是坡度问题，这次一并垫高。' })
  }
  if (random.chance(0.35)) {
    wait(30, fastest * 40)
    step('progress', worker, {
      note: random.pick([
        '材料备好了，下午进场。',
        '人到现场了。',
        '先做了临时处理，明天收尾。',
        '拆开看了，比想的大一点。',
      ]),
    })
  }
  if (random.chance(0.1)) {
    wait(60, 300)
    step('urge', setting.reporter, { note: random.pick(['今天能来吗？', '还没见到人。', '麻烦快一点，老人不方便。']) })
  }
  if (course === 'shelved') {
    wait(60, 500)
    step('askShelve', worker, {
      note: '要动维修资金，等业主表决。',
      reasonCode: 'needsVote',
      reviewInDays: random.int(45, 120),
    })
    wait(30, 300)
    step('grant', setting.secretary, { note: '同意先挂着，到日子再看，不会丢。' })
    return steps
  }
  at = afterWork(at, Math.round(random.real(fastest, slowest) ** 0.9 * 45))
  const outcome = course === 'explained' ? 'explained' : 'solved'
  step('finish', worker, {
    note: outcome === 'explained' ? '到现场看了，也说清楚了为什么现在办不了，能做的先做了。' : script.words,
    outcome,
    cause: topic.cause,
    photos: outcome === 'solved' ? photo('after') : [],
  })

  if (course === 'secondRound') {
    at += random.int(90, 2 * DAY)
    step('notSatisfied', setting.reporter, {
      note: random.pick(['只弄了一半，另一头还是老样子。', '昨天好了，今天又坏了。', '看着好了，一用还是不行。']),
    })
    wait(10, 90)
    // A team that had it has it again; what a volunteer had claimed goes back to the desk.
    if (pool) {
      step('offer', setting.intake)
      wait(10, 120)
      step('claim', helper)
    } else step('takeOn', worker)
    wait(30, 200)
    step('progress', worker, { note: '又去了一趟，这次换个办法。' })
    at = afterWork(at, Math.round(fastest * 60 + random.int(30, 300)))
    step('finish', worker, {
      note: '换了新的，当着您的面试过。',
      outcome: 'solved',
      cause: topic.cause,
      photos: photo('after'),
    })
  }
  closeLoop(script, steps, at, outcome)
  return steps
}

/** The reporter's word; a call by follow-up staff; or silence, which counts apart. */
function closeLoop(
  { random, setting, topic }: Script,
  steps: DemoStep[],
  finishedAt: number,
  outcome: 'solved' | 'explained',
) {
  const praise =
    topic.kind === 'help'
      ? ['谢谢，这孩子真热心。', '帮了大忙。', '心里暖和。']
      : ['修得快，谢谢师傅。', '可以了。', '比上回认真。', '好用了，谢谢。']
  const way =
    outcome === 'explained'
      ? 'confirm'
      : random.weighted([
          ['confirm', 66],
          ['callBack', 20],
          ['silence', 14],
        ] as const)
  if (way === 'confirm') {
    const content = outcome === 'solved' || random.chance(0.6)
    const stars = content
      ? random.weighted([
          [5, 62],
          [4, 28],
          [3, 10],
        ] as const)
      : 2
    steps.push({
      at: toWhen(finishedAt + random.int(20, 2 * DAY)),
      action: 'confirm',
      by: setting.reporter,
      stars,
      note: random.chance(0.5) && content ? random.pick(praise) : undefined,
    })
  } else if (way === 'callBack') {
    const at = afterWork(finishedAt + DAY, random.int(0, 8 * 60))
    steps.push({
      at: toWhen(at),
      action: 'callBack',
      by: setting.followUp,
      reached: true,
      solved: outcome === 'solved',
      satisfied: random.chance(0.9),
      stars: 4,
      note: '电话里说好了，没有别的要求。',
    })
  } else steps.push({ at: toWhen(finishedAt + SILENT_DAYS * DAY + 5), action: 'closeSilently', by: 'clock' })
}
