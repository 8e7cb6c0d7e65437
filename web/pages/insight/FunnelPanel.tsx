/** How far what was received has come, and how long each step took. */
import { useNavigate } from '@tanstack/react-router'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { TIMED_STAGES, type figuresFunnel } from '#contracts/figures.ts'
import { Funnel, type FunnelStage } from '#web/components/charts/Funnel.tsx'
import { Panel } from '#web/components/desk/Page.tsx'
import { Loaded, type LoadedProps } from '#web/components/Loaded.tsx'
import { useText } from '#web/platform/i18n.ts'
import { insightText } from '#web/texts/insight.ts'
import { marks } from '#web/texts/marks.ts'
import { useFigureWords } from './figure-words.ts'
import { slowestOf } from './finding.ts'
import { searchOf, type Look } from './look.ts'
import { Waiting } from './Waiting.tsx'
import { useWrite } from './write.ts'

type Reply = ReplyOf<typeof figuresFunnel>

export function FunnelPanel({ look, query }: { look: Look; query: LoadedProps<Reply>['query'] }) {
  const t = useText(insightText)
  return (
    <Panel title={t.funnel} note={t.funnelNote} className="in-funnel">
      <Loaded query={query} skeleton={<Waiting />}>
        {(reply) => <Drawn look={look} reply={reply} />}
      </Loaded>
    </Panel>
  )
}

function Drawn({ look, reply: { stages, times } }: { look: Look; reply: Reply }) {
  const t = useText(insightText)
  const { colon, comma } = useText(marks)
  const words = useFigureWords()
  const navigate = useNavigate()
  const { count, minutes } = useWrite()
  const slowest = slowestOf(times)?.stage
  const drawn = stages.map(({ stage, n }): FunnelStage => {
    const timed = TIMED_STAGES.find((one) => one === stage)
    const time = times.find((one) => one.stage === timed)
    const name = words.stage(stage)
    if (!time || time.medianMinutes === null || time.ninetyMinutes === null) return { key: stage, name, n }
    const [median, ninety] = [minutes(time.medianMinutes), minutes(time.ninetyMinutes)]
    return {
      key: stage,
      name,
      n,
      step: {
        median,
        ninety: t.ninety(ninety),
        said: t.stepSaid(median, ninety, count(time.n)),
        slowest: stage === slowest,
      },
    }
  })
  return (
    <Funnel
      label={`${t.funnel}${colon}${drawn.map(({ name, n }) => `${name} ${n}`).join(comma)}`}
      stages={drawn}
      head={t.stageHead.split('|')}
      write={count}
      onOpen={(measure) => void navigate({ to: '/insight/rows', search: searchOf({ ...look, measure }) })}
    />
  )
}
