/** What is saved, from which day, and why. Where a grid ends, it says so and leads to the posts that stood over it. */
import { useState } from 'react'
import { changeGrids, type GridsView } from '#contracts/grids.ts'
import { listPosts } from '#contracts/people.ts'
import { Button } from '#web/components/Button.tsx'
import { TextArea, TextField } from '#web/components/Field.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { gridsText } from '#web/texts/grids.ts'
import { marks } from '#web/texts/marks.ts'
import { ChangeWords } from './ChangeWords.tsx'
import { differences, kindOf, membersOf, type Draft } from './draft.ts'

type SaveProps = { view: GridsView; draft: Draft; holes: readonly { areaM2: number }[]; onClose: () => void }

export function SaveSheet({ view, draft, holes, onClose }: SaveProps) {
  const t = useText(gridsText)
  const { colon } = useText(marks)
  const say = useProblem()
  const [effectiveOn, setDay] = useState(view.today)
  const [reason, setReason] = useState('')
  const [holesSaid, sayHoles] = useState(false)
  const against = differences(view, draft)
  const drawsHoles = against.borders.length > 0 && holes.length > 0
  const areaM2 = holes.reduce((sum, hole) => sum + hole.areaM2, 0)
  const command = useCommand(changeGrids, {
    changes: ['grids', 'places', 'register', 'posts'],
    onDone: ({ applied, ended }) => {
      toast(applied ? t.saved : t.planned(effectiveOn))
      if (ended.length === 0 || !applied) onClose()
    },
  })
  const send = () =>
    command.send({
      params: { scopeId: view.scope.id },
      body: {
        gridLevel: view.gridLevel,
        kind: draft.grids.length === 0 ? 'end' : kindOf(against, view.grids.length > 0),
        effectiveOn,
        reason: reason.trim(),
        ...(holesSaid && { holesSaid }),
        grids: draft.grids.map(({ key, gridId, name, code, outline, byHand }) => ({
          ...(gridId && { gridId }),
          name: name.trim(),
          code,
          buildingIds: membersOf(draft, key),
          ...(byHand && outline && { outline }),
        })),
      },
    })
  if (command.done && command.reply) return <EndedPosts grids={command.reply.ended} onClose={onClose} />
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.saveTitle}
      footer={
        <Button
          kind="accent"
          busy={command.busy && t.saving}
          blocked={(!reason.trim() && t.fillReason) || (drawsHoles && !holesSaid && t.hole(areaM2.toLocaleString()))}
          onClick={send}
        >
          {t.save}
        </Button>
      }
    >
      <h3 className="sec">{t.changes}</h3>
      <ChangeWords {...against} />
      <p className="grids-note">{t.oldRecords}</p>
      <TextField label={t.from} hint={t.fromHint} type="date" value={effectiveOn} onChange={setDay} />
      <TextArea
        label={t.reason}
        placeholder={t.reasonHint}
        value={reason}
        onChange={setReason}
        maxLength={200}
        error={command.error ? say(command.error) : undefined}
      />
      {drawsHoles && (
        <label className="grids-check">
          <input type="checkbox" checked={holesSaid} onChange={({ target }) => sayHoles(target.checked)} />
          {t.hole(areaM2.toLocaleString())}
          {colon}
          {t.holesSaid}
        </label>
      )}
    </Sheet>
  )
}

function EndedPosts({ grids, onClose }: { grids: readonly { id: string; name: string }[]; onClose: () => void }) {
  const t = useText(gridsText)
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.endedPosts}
      footer={
        <Button kind="accent" onClick={onClose}>
          {t.done}
        </Button>
      }
    >
      {grids.map((grid) => (
        <PostsOfGrid key={grid.id} {...grid} />
      ))}
    </Sheet>
  )
}

function PostsOfGrid({ id, name }: { id: string; name: string }) {
  const t = useText(gridsText)
  const posts = useEndpoint(listPosts, { query: { placeId: id } })
  const own = (posts.data?.rows ?? []).filter(({ placeId }) => placeId === id)
  return (
    <section>
      <h3 className="sec">{name}</h3>
      <ul className="grids-words">
        {own.map((post) => (
          <li key={post.id}>{[post.title, ...post.holders.map((holder) => holder.name)].join(' · ')}</li>
        ))}
        {posts.data && own.length === 0 && <li>{t.none}</li>}
      </ul>
      {own.length > 0 && (
        <Button kind="soft" size="small" to="/posts">
          {t.toPosts}
        </Button>
      )}
    </section>
  )
}
