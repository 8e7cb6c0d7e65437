/**
 * Every part of the phone kit in every state, by day and by night; `?print=3` for large print, `?lang=en`. Only while
 * developing, at /kit: it is how a change to a part is looked at. The words are examples and not shipped.
 */
import { createRootRoute } from '@tanstack/react-router'
import { useState } from 'react'
import type { PhotoView } from '#contracts/requests.ts'
import { AppFrame, ActionBar, IconButton } from '#web/components/AppFrame.tsx'
import { Answers } from '#web/components/Answers.tsx'
import { Button } from '#web/components/Button.tsx'
import { Ask, Card, Facts, SectionHead } from '#web/components/Card.tsx'
import { Choice, Choices } from '#web/components/Choice.tsx'
import { Clock } from '#web/components/Clock.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { TextArea, TextField } from '#web/components/Field.tsx'
import { Icon } from '#web/components/Icon.tsx'
import { ICON_NAMES } from '#web/components/icon-names.ts'
import { LoopRing, type LoopStep } from '#web/components/LoopRing.tsx'
import { MaskedPerson } from '#web/components/MaskedPerson.tsx'
import { Thumb } from '#web/components/Photo.tsx'
import { PhotoGrid, PhotoPair } from '#web/components/PhotoPair.tsx'
import { PhotoPicker } from '#web/components/PhotoPicker.tsx'
import { Pill } from '#web/components/Pill.tsx'
import { Row, RowDate } from '#web/components/Row.tsx'
import { Confirm, Sheet } from '#web/components/Sheet.tsx'
import { Skeleton } from '#web/components/Skeleton.tsx'
import { Segments, Tabs } from '#web/components/Tabs.tsx'
import { ThreeFacts } from '#web/components/ThreeFacts.tsx'
import { Timeline } from '#web/components/Timeline.tsx'
import { toast, Toasts } from '#web/components/Toast.tsx'
import type { Tone } from '#web/components/tone.ts'
import { choose, type PrintStep } from '#web/platform/settings.ts'
import { start } from '#web/platform/start.tsx'
import { usePhotos } from '#web/platform/use-photos.ts'
import { KitMap } from './map.tsx'
import './kit.css'

const asked = new URLSearchParams(location.search)
const PRINT_STEPS: PrintStep[] = [0, 1, 2, 3, 4, 5]
const NEXT_STEP: Record<LoopStep, LoopStep> = { 0: 1, 1: 2, 2: 3, 3: 4, 4: 5, 5: 1 }
choose({
  theme: 'light',
  print: PRINT_STEPS.find((step) => String(step) === asked.get('print')) ?? 0,
  lang: asked.get('lang') === 'en' ? 'en' : 'zh-CN',
})

const photo = (name: string, averageColour: string): PhotoView => ({
  id: name,
  role: 'before',
  width: 320,
  height: 240,
  averageColour,
  url: `/resident/kit/${name}.svg`,
})
const before = photo('before', '#8a9396')
const after = photo('after', '#b2b0a0')
const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString()

// prettier-ignore
const RINGS: [LoopStep, Tone, string][] = [[1, 'new', '收到'], [2, 'doing', '已派'], [3, 'doing', '办理中'], [3, 'due', '快到期'], [3, 'late', '超时'], [4, 'said', '说办结'], [5, 'good', '已解决']]
// prettier-ignore
const PILLS: [Tone, string][] = [['new', '待派'], ['doing', '办理中'], ['due', '快到期'], ['late', '超时'], ['said', '办结'], ['good', '已解决'], ['ladder', '上会']]

// prettier-ignore
function Parts({ theme }: { theme: 'light' | 'dark' }) {
  const [text, setText] = useState('早上送孩子踩了一脚水')
  const [kind, setKind] = useState<'water' | 'road' | 'cover' | 'other'>('water')
  const [skills, setSkills] = useState<('electric' | 'lift')[]>(['electric'])
  const [list, setList] = useState<'near' | 'can' | 'mine'>('near')
  const [step, setStep] = useState<LoopStep>(3)
  const [open, setOpen] = useState<'sheet' | 'confirm'>()
  const photos = usePhotos()
  return (
    <section className="kit-theme" data-theme={theme}>
      <h2>等您的</h2>
      <Card>
        <PhotoPair before={before} after={after} alt="东门路面积水填平了" />
        <Ask title="东门路面积水，修好了吗？" note="物业昨天 16:20 说已填平，等您一句话。">
          <Answers><Button>没修好</Button><Button kind="accent" onClick={() => toast('已记下，谢谢', { undo: () => {} })}>修好了</Button></Answers>
        </Ask>
        <Row icon="ballot" title="加装电梯，等您投票" note="3 栋 18 户，已投 13 户" end={<Clock look="pill" dueAt={hours(48)} amberAt={hours(-1)} />} to="/votes" />
      </Card>
      <h2>闭环</h2>
      <div className="kit-rings">{RINGS.map(([arcs, tone, words]) => <div key={words}><LoopRing step={arcs} tone={tone} />{words}</div>)}</div>
      <h2>状态签、时限</h2>
      <div className="kit-line">{PILLS.map(([tone, words]) => <Pill key={words} tone={tone}>{words}</Pill>)}</div>
      <div className="kit-line" style={{ marginTop: 10 }}><Clock dueAt={hours(30)} /><Clock dueAt={hours(0.84)} amberAt={hours(-1)} /><Clock dueAt={hours(-1.2)} /><Clock dueAt={hours(3)} paused /></div>
      <h2>按钮</h2>
      <div className="kit-line">
        <Button kind="accent">修好了</Button><Button kind="accent" busy="发送中">发出</Button><Button>没修好</Button><Button kind="outline">改天</Button><Button kind="late" icon="alert">有危险</Button>
        <Button blocked="已催过，1 小时后可再催">催办</Button><Button kind="soft" size="small">报名</Button><Button kind="accent" size="small">接单</Button><Button kind="quiet">看看身边办好的</Button>
      </div>
      <h2>一件事</h2>
      <Card>
        <Row start={<LoopRing step={step} tone={step === 5 ? 'good' : step === 4 ? 'said' : 'doing'} size={44} />} title="桂园物业工程班" note={<Facts items={['李师傅在办', '电话由平台转接']} />}
          end={<Button kind="soft" size="small" onClick={() => setStep(NEXT_STEP[step])}>下一步</Button>} />
        <Row title="报件人" note={<MaskedPerson masked="王**" onReveal={() => {}} />} />
        <ThreeFacts facts={[{ label: '办理人说', value: '已填平', tone: 'said' }, { label: '您说', value: '等您确认', tone: 'due' }, { label: '永久修复', value: '28 日前' }]} />
      </Card>
      <div style={{ height: 16 }} />
      <Timeline steps={[
        { id: '1', at: hours(-8), title: '物业说：已填平', text: '先填平、立警示牌，28 日前重铺沥青。用了 9 小时，比答应的早 15 小时。', mark: 'claim', more: <PhotoGrid photos={[before, after]} alt="现场" /> },
        { id: '2', at: hours(-12), title: '过了接单时间', mark: 'late' },
        { id: '3', at: hours(-20), title: '您催办了一次', text: '8 分钟后回复：材料在路上。', mark: 'note' },
        { id: '4', at: hours(-22), title: '社区派单给物业' },
        { id: '5', at: hours(-24), title: '您和另外 9 人报的' },
      ]} />
      <SectionHead title="身边办好的" note="本周 14 件" to="/nearby" />
      <Card>
        <Row start={<Thumb photo={before} nth={1} />} title="东门口一下雨就积水" note={<Facts items={['20 米外', '9 人关注']} />} end={<Button kind="soft" size="small">我也关注</Button>} />
        <Row start={<RowDate day={28} weekday="周六" />} title="家电义务维修" note={<Facts items={['9:00 好邻里驿站', '还能报 6 件']} />} end={<Pill tone="good">已报</Pill>} />
        <Row icon="drop" title="周五 5–8 栋停水" note="9:00–16:00 换总阀，请提前存水" to="/notices/1" />
      </Card>
      <h2>前后：等照片</h2>
      <Card><PhotoPair before={before} after={null} alt="路灯不亮" /></Card>
      <h2>拍照</h2>
      <PhotoPicker photos={photos} label="拍一张" />
      <h2>输入</h2>
      <Card padded>
        <TextField label="在哪儿" value="" onChange={() => {}} placeholder="楼栋或路名" hint="可以点地图选" />
        <TextField label="手机号" value="138 0000 000" onChange={() => {}} type="tel" error="少一位，请补上" />
        <TextArea label="怎么了" value={text} onChange={setText} optional end={<IconButton name="mic" label="说" onClick={() => {}} />} />
        <Choice label="看着像" value={kind} onChange={setKind} options={[{ value: 'water', label: '路面积水' }, { value: 'road', label: '路面破损' }, { value: 'cover', label: '井盖' }, { value: 'other', label: '其他' }]} />
        <Choices label="我会的" values={skills} onChange={setSkills} options={[{ value: 'electric', label: '修电', icon: 'bolt' }, { value: 'lift', label: '搬东西', icon: 'people' }]} />
      </Card>
      <h2>分段、地图</h2>
      <Segments label="哪些" value={list} onChange={setList} segments={[{ value: 'near', label: '附近 8' }, { value: 'can', label: '我会的 3' }, { value: 'mine', label: '我接的 2' }]} />
      <div style={{ height: 12 }} />
      <Card><KitMap /></Card>
      <h2>空、在取、断网</h2>
      <Empty title="都办完了" note="有新的事会排在这里。" action={<Button kind="quiet" to="/nearby">看看身边办好的</Button>} />
      <Card padded><Skeleton picture={58} /></Card>
      <Empty mood="trouble" title="没信号，已存好" note="有网时自动发一次，不会重复。" action={<Button kind="quiet">现在再试</Button>} />
      <h2>弹出</h2>
      <div className="kit-line"><Button onClick={() => setOpen('sheet')}>半页</Button><Button onClick={() => setOpen('confirm')}>确认</Button><Button onClick={() => toast('已发出', { undo: () => {} })}>提示</Button></div>
      <Sheet open={open === 'sheet'} onClose={() => setOpen(undefined)} title="选楼栋" footer={<Button kind="accent">就是这里</Button>}><Choice label="楼栋" hideLabel value={undefined} onChange={() => {}} options={['1', '2', '3', '5', '8', '12'].map((value) => ({ value, label: `${value} 栋` }))} /></Sheet>
      <Confirm open={open === 'confirm'} onClose={() => setOpen(undefined)} title="结案" consequence="结案后 10 位关注的邻居会收到结果，30 天内还可以要求重办。" verb="结案" onConfirm={() => setOpen(undefined)} />
      <h2>图标</h2>
      <Card padded><div className="kit-icons">{ICON_NAMES.map((name) => <span key={name} title={name}><Icon name={name} /></span>)}</div></Card>
    </section>
  )
}

// prettier-ignore
const framed = (
  <AppFrame title="桂园小区" header="top" end={<><Button size="small" kind="paper">大字</Button><IconButton name="bell" label="消息" dot onClick={() => {}} /></>}
    bottom={<Tabs label="主要页面" tabs={[{ to: '/', icon: 'home', label: '首页' }, { to: '/report', icon: 'camera', label: '随手拍' }, { to: '/activities', icon: 'calendar', label: '活动' }, { to: '/me', icon: 'user', label: '我的', dot: true }]} />}>
    <Card><PhotoPair before={before} after={after} alt="积水填平了" /><Ask title="东门路面积水，修好了吗？" note="物业昨天 16:20 说已填平，等您一句话。"><Answers><Button>没修好</Button><Button kind="accent">修好了</Button></Answers></Ask></Card>
    <SectionHead title="公告" to="/notices" />
    <Card><Row icon="drop" title="周五 5–8 栋停水" note="9:00–16:00 换总阀，请提前存水" to="/notices/1" /></Card>
  </AppFrame>
)
// prettier-ignore
const written = (
  <AppFrame title="随手拍" closes end={<Button kind="quiet">存草稿</Button>} bottom={<ActionBar note={<><Icon name="clock" size={18} />发出后 2 小时内有人接，24 小时内办结</>}><Button kind="quiet" size="tall" icon="bolt">催重铺</Button><Button>不满意，重办</Button><Button kind="accent">发出</Button></ActionBar>}>
    <Card padded><TextArea label="怎么了" value="" onChange={() => {}} placeholder="写两个字就行" /></Card>
  </AppFrame>
)

const show = asked.get('show')
start(
  createRootRoute({
    component: () =>
      show === 'frame' ? (
        framed
      ) : show === 'write' ? (
        written
      ) : (
        <>
          <div className="kit">
            <Parts theme="light" />
            <Parts theme="dark" />
          </div>
          <Toasts />
        </>
      ),
  }).addChildren([]),
  '/kit',
)
