/** Who answers for a place: the chain over it, its posts and those below it, who holds them since when, and what stands vacant. */
import { useState } from 'react'
import { fillChain, listPosts, readPost } from '#contracts/people.ts'
import { POST_KINDS, type PostKind } from '#contracts/rights.ts'
import { ExportButton } from '#web/components/desk/ExportSheet.tsx'
import { Allowed } from '#web/components/desk/Allowed.tsx'
import { Button } from '#web/components/Button.tsx'
import { PlacePick } from '#web/components/desk/PlacePick.tsx'
import { optionsOf, Select } from '#web/components/desk/Select.tsx'
import { TextField } from '#web/components/Field.tsx'
import { Panel } from '#web/components/desk/Page.tsx'
import { toast } from '#web/components/Toast.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useRight } from '#web/platform/me.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { useSearchWord } from '#web/platform/route.ts'
import { marks } from '#web/texts/marks.ts'
import { peopleText, postKindText } from '#web/texts/people.ts'
import { AnswerChain } from './AnswerChain.tsx'
import { AppointSheet } from './AppointSheet.tsx'
import { EndPost, EndTerm } from './EndTerm.tsx'
import { useAsked, usePlace } from './from-address.ts'
import { HandOverSheet } from './HandOverSheet.tsx'
import { ChangePostSheet, NewPostSheet } from './NewPostSheet.tsx'
import { PeopleFrame } from './PeopleFrame.tsx'
import { PostTable, type PostDoing } from './PostTable.tsx'

export function PostsPage() {
  const t = useText(peopleText)
  return (
    <Allowed right="people.view" title={t.title}>
      <Posts />
    </Allowed>
  )
}

function Posts() {
  const t = useText(peopleText)
  const { colon } = useText(marks)
  const kinds = postKindText[useLang() === 'en' ? 'en' : 'zh']
  const appoints = useRight('posts.appoint')
  const asked = useAsked()
  const [place, setPlace] = usePlace(asked.what ? undefined : asked.placeId)
  const [kind, setKind] = useState<PostKind | ''>('')
  const [q, setQ] = useState('')
  const [vacant, setVacant] = useState(false)
  const [pages, setPages] = useState<readonly string[]>([])
  const [doing, set] = useState<PostDoing>()
  const [making, make] = useState(asked.what !== undefined)
  const from = pages.at(-1)
  const query = {
    ...(place && { placeId: place.id }),
    ...(!asked.what && asked.organisationId && { organisationId: asked.organisationId }),
    ...(kind && { kind }),
    ...(q.trim() && { q: q.trim() }),
    ...(vacant && { vacant }),
    ...(from && { after: from }),
  }
  const posts = useEndpoint(listPosts, { query }, { keepLast: true })
  const fill = useCommand(fillChain, { onDone: ({ made }) => toast(t.filledChain(made)) })
  const narrow = (change: () => void) => (change(), setPages([]))
  return (
    <PeopleFrame
      tools={
        appoints && (
          <Button kind="accent" icon="plus" onClick={() => make(true)}>
            {t.newPost}
          </Button>
        )
      }
    >
      <div className="pp-filters">
        <PlacePick label={t.byPlace} hideLabel value={place} onChange={(next) => narrow(() => setPlace(next))} />
        <Select
          label={t.kind}
          hideLabel
          empty={t.allKinds}
          value={kind}
          onChange={(next) => narrow(() => setKind(next))}
          options={optionsOf(POST_KINDS, kinds)}
        />
        <TextField
          label={t.find}
          hideLabel
          type="search"
          value={q}
          onChange={(next) => narrow(() => setQ(next))}
          placeholder={t.find}
          maxLength={40}
        />
        <label className="pp-check">
          <input type="checkbox" checked={vacant} onChange={({ target }) => narrow(() => setVacant(target.checked))} />
          {t.onlyVacant}
        </label>
      </div>
      {place && <AnswerChain placeId={place.id} />}
      <Panel
        title={place ? `${t.byPlace}${colon}${place.name}` : t.posts}
        end={
          <>
            <ExportButton kind="posts" query={query} />
            {appoints && place && (
              <Button
                kind="paper"
                size="small"
                icon="plus"
                busy={fill.busy && t.saving}
                onClick={() => fill.send({ body: { placeId: place.id } })}
              >
                {t.fillChain}
              </Button>
            )}
          </>
        }
      >
        <Loaded query={posts}>
          {({ rows, next }) => (
            <>
              {rows.length === 0 && <p className="panel-none">{t.none}</p>}
              <PostTable posts={rows} onDo={set} />
              {next && (
                <Button kind="quiet" onClick={() => setPages([...pages, next])}>
                  {t.more}
                </Button>
              )}
            </>
          )}
        </Loaded>
      </Panel>
      <AskedToAppoint />
      {doing && <Doing doing={doing} onClose={() => set(undefined)} />}
      {making && <NewPostSheet onClose={() => make(false)} />}
    </PeopleFrame>
  )
}

function Doing({ doing, onClose }: { doing: PostDoing; onClose: () => void }) {
  if (doing.what === 'endTerm') return <EndTerm {...doing} onClose={onClose} />
  if (doing.what === 'appoint') return <AppointSheet post={doing.post} onClose={onClose} />
  if (doing.what === 'handOver') return <HandOverSheet post={doing.post} onClose={onClose} />
  if (doing.what === 'change') return <ChangePostSheet post={doing.post} onClose={onClose} />
  return <EndPost post={doing.post} onClose={onClose} />
}

/** ?appoint=<post>: the sheet is open until it is closed. */
function AskedToAppoint() {
  const id = useSearchWord('appoint')
  const [closed, close] = useState<string>()
  const post = useEndpoint(readPost, { params: { id: id ?? '' } }, { enabled: Boolean(id) })
  if (!post.data?.mayAppoint || closed === id) return null
  return <AppointSheet post={post.data} onClose={() => close(id)} />
}
