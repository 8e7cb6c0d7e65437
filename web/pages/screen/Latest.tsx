/** The last things put right, before and after side by side: the newest large, the others under it. */
import type { PhotoView, RequestRow } from '#contracts/requests.ts'
import { LoopRing } from '#web/components/LoopRing.tsx'
import { Photo } from '#web/components/Photo.tsx'
import { Facts } from '#web/components/Card.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useTime } from '#web/platform/time.ts'
import { screenText } from '#web/texts/screen.ts'
import { useDecoded } from './use-wall.ts'

const UNDER = 3

export function Latest({ rows, today }: { rows: readonly RequestRow[]; today: number }) {
  const t = useText(screenText)
  const [first, ...others] = useDecoded(rows)
  return (
    <section className="wall-latest">
      <h2>
        {t.latest}
        <span>{t.latestCount(today)}</span>
      </h2>
      {!first && <p className="wall-empty">{t.latestNone}</p>}
      {first && (
        <article className="wall-first">
          <Pair row={first} />
          <h3>
            <LoopRing step={5} tone="good" size={26} />
            {first.title}
          </h3>
          <About row={first} whole />
        </article>
      )}
      {others.slice(0, UNDER).map((row) => (
        <article key={row.id} className="wall-other">
          <Pair row={row} />
          <div>
            <h3>{row.title}</h3>
            <About row={row} />
          </div>
        </article>
      ))}
    </section>
  )
}

type AboutProps = { row: RequestRow; whole?: boolean }
function About({ row: { placeName, createdAt, finishedAt, closedAt, joinerCount }, whole = false }: AboutProps) {
  const t = useText(screenText)
  const { duration } = useTime()
  const doneAt = finishedAt ?? closedAt ?? createdAt
  const took = duration(new Date(doneAt).getTime() - new Date(createdAt).getTime())
  return (
    <p>
      <Facts items={[placeName, t.took(took), whole && joinerCount > 0 && t.followers(joinerCount)]} />
    </p>
  )
}

function Pair({ row: { before, after, title } }: { row: RequestRow }) {
  const t = useText(screenText)
  return (
    <div className="wall-pair">
      <Half photo={before} word={t.before} title={title} />
      <Half photo={after} word={t.after} title={title} />
    </div>
  )
}

const Half = ({ photo, word, title }: { photo: PhotoView | null; word: string; title: string }) => (
  <span>
    {photo && <Photo photo={photo} alt={`${word}：${title}`} eager />}
    <em aria-hidden="true">{word}</em>
  </span>
)
