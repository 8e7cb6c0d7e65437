/** Who answers for a place: its posts and those below it, who holds them since when, and what stands vacant. */
import { useState } from 'react'
import { listPosts, type PostView } from '#contracts/people.ts'
import { POST_KINDS, type PostKind } from '#contracts/rights.ts'
import { Allowed } from '#web/components/desk/Allowed.tsx'
import { Button } from '#web/components/Button.tsx'
import { TextField } from '#web/components/Field.tsx'
import { Panel } from '#web/components/desk/Page.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useRight } from '#web/platform/me.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { peopleText, postKindText } from '#web/texts/people.ts'
import { AppointSheet } from './AppointSheet.tsx'
import { EndTerm, type EndingTerm } from './EndTerm.tsx'
import { NewPostSheet } from './NewPostSheet.tsx'
import { PeopleFrame } from './PeopleFrame.tsx'
import { PlacePick, type PickedPlace } from './PlacePick.tsx'
import { PostTable } from './PostTable.tsx'

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
  const kinds = postKindText[useLang() === 'en' ? 'en' : 'zh']
  const manages = useRight('people.manage')
  const [place, setPlace] = useState<PickedPlace>()
  const [kind, setKind] = useState<PostKind | ''>('')
  const [q, setQ] = useState('')
  const [pages, setPages] = useState<readonly string[]>([])
  const [appointing, appoint] = useState<PostView>()
  const [ending, end] = useState<EndingTerm>()
  const [making, make] = useState(false)
  const from = pages.at(-1)
  const query = {
    ...(place && { placeId: place.id }),
    ...(kind && { kind }),
    ...(q.trim() && { q: q.trim() }),
    ...(from && { after: from }),
  }
  const posts = useEndpoint(listPosts, { query }, { keepLast: true })
  const narrow = (change: () => void) => (change(), setPages([]))
  return (
    <PeopleFrame
      tools={
        manages && (
          <Button kind="accent" icon="plus" onClick={() => make(true)}>
            {t.newPost}
          </Button>
        )
      }
    >
      <div className="pp-filters">
        <PlacePick label={t.byPlace} hideLabel value={place} onChange={(next) => narrow(() => setPlace(next))} />
        <select
          className="select"
          aria-label={t.kind}
          value={kind}
          onChange={({ target: { value } }) => narrow(() => setKind(POST_KINDS.find((one) => one === value) ?? ''))}
        >
          <option value="">{t.allKinds}</option>
          {POST_KINDS.map((one) => (
            <option key={one} value={one}>
              {kinds[one]}
            </option>
          ))}
        </select>
        <TextField
          label={t.find}
          hideLabel
          type="search"
          value={q}
          onChange={(next) => narrow(() => setQ(next))}
          placeholder={t.find}
          maxLength={40}
        />
      </div>
      <Panel title={place ? `${t.byPlace}：${place.name}` : t.posts}>
        <Loaded query={posts}>
          {({ rows, next }) => (
            <>
              {rows.length === 0 && <p className="panel-none">{t.none}</p>}
              <PostTable posts={rows} {...(manages && { onAppoint: appoint, onEnd: end })} />
              {next && (
                <Button kind="quiet" onClick={() => setPages([...pages, next])}>
                  {t.more}
                </Button>
              )}
            </>
          )}
        </Loaded>
      </Panel>
      {appointing && <AppointSheet post={appointing} onClose={() => appoint(undefined)} />}
      {ending && <EndTerm {...ending} onClose={() => end(undefined)} />}
      {making && <NewPostSheet onClose={() => make(false)} />}
    </PeopleFrame>
  )
}
