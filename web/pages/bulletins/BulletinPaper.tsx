/** A bulletin as it is read: on the phone, beside the editor, on the wall. `wall` is large and short, with a code to the phone. */
import type { Block, Material } from '#contracts/bulletins.ts'
import { BLOCK_WORDS, KIND_WORDS, type Said } from '#contracts/bulletin-words.ts'
import { useLang, useText } from '#web/platform/i18n.ts'
import { QrCode } from '#web/pages/members/QrCode.tsx'
import { bulletinText } from '#web/texts/bulletins.ts'
import { Figures, WallFigures } from './Figures.tsx'
import { dayOf, hasContent, type PaperData } from './paper-data.ts'
import { PaperBars } from './PaperBars.tsx'
import { Pairs } from './Pairs.tsx'
import { Doing, Ladder, Overdue, Places } from './PaperTables.tsx'
import './paper.css'

export const useSaid = () => {
  const lang = useLang()
  return (words: Said) => (lang === 'en' ? words.en : words.zh)
}

export function BulletinPaper({ paper, wall = false }: { paper: PaperData; wall?: boolean }) {
  const t = useText(bulletinText)
  const lang = useLang()
  const said = useSaid()
  const { kind, title, from, to, version, publishedAs, publishedAt, note, blocks, material } = paper
  const shown = blocks.filter((block) => hasContent(block, material))
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
          <PaperBlock block={block} material={material} bulletinId={paper.id} wall={wall} />
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

type PartProps = { block: Block; material: Material; bulletinId: string; wall: boolean }
function PaperBlock({ block, material, bulletinId, wall }: PartProps) {
  const said = useSaid()
  const { kind, text } = block
  if (kind === 'text')
    return text.split('\n').map((line, at) => <p key={at}>{line}</p>) // lines of one text have no other name
  if (kind === 'notice') return <p className="paper-note">{text}</p>
  if (kind === 'heading') return <h2>{text}</h2>
  return (
    <>
      <h2>{text || said(BLOCK_WORDS[kind])}</h2>
      {kind === 'figures' && (wall ? <WallFigures material={material} /> : <Figures material={material} />)}
      {kind === 'chart' && <PaperBars trend={material.trend} />}
      {kind === 'places' && <Places rows={material.places} />}
      {kind === 'solved' && <Pairs bulletinId={bulletinId} items={material.solved.filter(({ id }) => !block.leftOut.includes(id))} large={wall} />}
      {kind === 'overdue' && <Overdue rows={material.overdue} />}
      {kind === 'ladder' && <Ladder rows={material.ladder} />}
      {kind === 'doing' && <Doing rows={wall ? material.doing.slice(0, 5) : material.doing} />}
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
