/** A bulletin as it is read: on the phone, beside the editor, on the wall. `wall` is large and short, with a code to the phone. */
import { ON_WALL, type Block, type Material } from '#contracts/bulletins.ts'
import { BLOCK_WORDS, KIND_WORDS } from '#contracts/bulletin-words.ts'
import { useLang, useText } from '#web/platform/i18n.ts'
import { QrCode } from '#web/pages/members/QrCode.tsx'
import { bulletinText } from '#web/texts/bulletins.ts'
import { Figures, WallFigures } from './Figures.tsx'
import { dayOf, hasContent, type PaperData } from './paper-data.ts'
import { PaperBars } from './PaperBars.tsx'
import { Pairs } from './Pairs.tsx'
import { Doing, Ladder, Overdue, Places } from './PaperTables.tsx'
import { useSaid } from './said.ts'
import './paper.css'

/** How much of its lists a sheet for the wall holds; left out: everything, for reading. */
export type Most = { pairs: number; rows: number }

export function BulletinPaper({ paper, most }: { paper: PaperData; most?: Most }) {
  const wall = most !== undefined
  const t = useText(bulletinText)
  const lang = useLang()
  const said = useSaid()
  const { kind, title, from, to, version, publishedAs, publishedAt, note, blocks, material } = paper
  const shown = blocks.filter((block) => hasContent(block, material) && (!wall || ON_WALL.includes(block.kind)))
  return (
    <article className={`paper ${wall ? 'paper-wall' : ''}`}>
      <header>
        <p className="paper-kind">{said(KIND_WORDS[kind])}</p>
        <h1>{title}</h1>
        <p className="paper-under">
          {kind === 'weekly' ? t.period(dayOf(from, lang), dayOf(to, lang)) : t.month(from)}
          {publishedAs && publishedAt && <span>{t.by(publishedAs, dayOf(shanghaiDay(publishedAt), lang))}</span>}
        </p>
      </header>
      {note && (
        <p className="paper-note">
          <b>{t.correction(version)}</b>
          {note}
        </p>
      )}
      {shown.map((block) => (
        <section key={block.id} data-block={block.kind}>
          <PaperBlock block={block} material={material} bulletinId={paper.id} {...(most && { most })} />
        </section>
      ))}
      {wall && (
        <footer className="paper-code">
          <QrCode text={`${window.location.origin}/bulletins/${paper.id}`} label={t.onPhone} />
          <div>
            <b>{t.onPhone}</b>
            <p>{t.onPhoneNote}</p>
          </div>
        </footer>
      )}
    </article>
  )
}

export const shanghaiDay = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10)

type PartProps = { block: Block; material: Material; bulletinId: string; most?: Most }
function PaperBlock({ block, material, bulletinId, most }: PartProps) {
  const said = useSaid()
  const { kind, text } = block
  if (kind === 'text')
    return text.split('\n').map((line, at) => <p key={at}>{line}</p>) // lines of one text have no other name
  if (kind === 'notice') return <p className="paper-note">{text}</p>
  if (kind === 'heading') return <h2>{text}</h2>
  if (kind === 'figures' && most) return <WallFigures material={material} />
  return (
    <>
      <h2>{text || said(BLOCK_WORDS[kind])}</h2>
      {kind === 'figures' && <Figures material={material} />}
      {kind === 'chart' && <PaperBars trend={material.trend} />}
      {kind === 'places' && <Places rows={material.places} />}
      {kind === 'solved' && <Pairs bulletinId={bulletinId} items={material.solved.filter(({ id }) => !block.leftOut.includes(id)).slice(0, most?.pairs)} large={most !== undefined} />}
      {kind === 'overdue' && <Overdue rows={material.overdue} />}
      {kind === 'ladder' && <Ladder rows={material.ladder} />}
      {kind === 'doing' && <Doing rows={material.doing.slice(0, most?.rows)} />}
      {kind === 'thanks' && <Thanks thanks={material.thanks} />}
    </>
  )
} // prettier-ignore

function Thanks({ thanks: { reporters, joiners, volunteers, solvedByVolunteers, ratings } }: Pick<Material, 'thanks'>) {
  const t = useText(bulletinText)
  const parts = [
    reporters > 0 && t.reporters(reporters),
    joiners > 0 && t.joiners(joiners),
    volunteers > 0 && t.volunteers(volunteers, solvedByVolunteers),
    ratings > 0 && t.ratings(ratings),
  ].filter(Boolean)
  return <p>{`${parts.join(t.join)}${t.end}${t.thanks}`}</p>
}
