/** The second step: what would be entered, and every row with what is wrong at its cell. Nothing has been entered yet. */
import { runImport, type ImportView } from '#contracts/imports.ts'
import { Panel } from '#web/components/desk/Page.tsx'
import { Button } from '#web/components/Button.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { importsText } from '#web/texts/imports.ts'
import { marks } from '#web/texts/marks.ts'
import { Rows } from './Rows.tsx'

export function Checked({ one, onMap }: { one: ImportView; onMap: () => void }) {
  const t = useText(importsText)
  const { comma, list } = useText(marks)
  const say = useProblem()
  const run = useCommand(runImport)
  const { figures } = one
  const news = figures
    ? [
        figures.buildings > 0 && t.buildings(figures.buildings),
        figures.entrances > 0 && t.entrances(figures.entrances),
        figures.homes > 0 && t.homes(figures.homes),
        figures.people > 0 && t.people(figures.people),
      ].filter((words) => words !== false)
    : []
  return (
    <>
      <Panel title={t.found} note={one.placeName} className="imp-found">
        <p className="finding">
          {news.length > 0 ? (
            <>
              {t.newOnes} <b>{news.join(list)}</b>
            </>
          ) : (
            t.nothingNew
          )}
          {figures && figures.peopleKnown > 0 && `${comma}${t.known(figures.peopleKnown)}`}
          {one.badCount > 0 && (
            <>
              {comma}
              <em className="imp-wrong">{t.wrong(one.badCount)}</em>
            </>
          )}
        </p>
        {one.badCount > 0 && <p className="panel-none">{t.problemsNote}</p>}
        {run.error && (
          <p className="imp-error" role="alert">
            {say(run.error)}
          </p>
        )}
        <div className="imp-answers">
          <Button onClick={onMap}>{t.again}</Button>
          <Button
            kind="accent"
            busy={run.busy && t.saving}
            blocked={one.goodCount === 0 && t.nothingGood}
            onClick={() => run.send({ params: { id: one.id } })}
          >
            {t.willEnter(one.goodCount)}
          </Button>
        </div>
      </Panel>
      {one.mine && <Rows one={one} first={one.badCount > 0 ? 'bad' : undefined} />}
    </>
  )
}
