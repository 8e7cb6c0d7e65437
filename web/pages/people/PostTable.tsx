/** Posts place by place. The place stands once, before the first of its posts. What may be done with each is the server's word. */
import type { PostView, TermView } from '#contracts/people.ts'
import { useLang, useText } from '#web/platform/i18n.ts'
import { peopleText, postKindText } from '#web/texts/people.ts'
import type { EndingTerm } from './EndTerm.tsx'

export type PostDoing =
  { what: 'appoint' | 'handOver' | 'change' | 'endPost'; post: PostView } | ({ what: 'endTerm' } & EndingTerm)
type PostTableProps = { posts: readonly PostView[]; onDo: (doing: PostDoing) => void }

export function PostTable({ posts, onDo }: PostTableProps) {
  const t = useText(peopleText)
  const kinds = postKindText[useLang() === 'en' ? 'en' : 'zh']
  if (posts.length === 0) return null
  const any = posts.some(({ mayAppoint }) => mayAppoint)
  return (
    <table className="grid-table pp-table">
      <thead>
        <tr>
          {[t.place, t.post, t.organisation, t.holders].map((word) => (
            <th key={word} scope="col">
              {word}
            </th>
          ))}
          {any && (
            <th scope="col">
              <span className="vh">{t.appoint}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {posts.map((post, at) => (
          <tr key={post.id}>
            <td>{posts[at - 1]?.placeId !== post.placeId && post.placeName}</td>
            <td>
              <b>{post.title}</b>
              {post.title !== kinds[post.kind] && <small>{kinds[post.kind]}</small>}
            </td>
            <td>{post.organisationName}</td>
            <td>
              {post.holders.map((term) => (
                <Holder key={term.termId} post={post} term={term} onDo={onDo} />
              ))}
              {post.coming.map(({ termId, name, fromOn }) => (
                <span key={termId} className="pp-holder">
                  {name.replaceAll('*', '＊')}
                  <small>{t.comingFrom(fromOn)}</small>
                </span>
              ))}
              {post.vacant > 0 && (
                <span className="pp-vacant">
                  {post.holders.length === 0 && post.seats === 1 ? t.vacant : t.freeSeats(post.vacant)}
                </span>
              )}
            </td>
            {any && <td className="num pp-acts">{post.mayAppoint && <Acts post={post} onDo={onDo} />}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type PartProps = { post: PostView; onDo: (doing: PostDoing) => void }

function Holder({ post, term, onDo }: PartProps & { term: TermView }) {
  const t = useText(peopleText)
  const { termId, name, fromOn, toOn, standsAs } = term
  return (
    <span className="pp-holder">
      {name.replaceAll('*', '＊')}
      {standsAs === 'deputy' && t.deputyMark}
      <small>
        {t.since(fromOn)}
        {toOn && ` ${t.until(toOn)}`}
      </small>
      {post.mayAppoint && (
        <button type="button" className="text-btn" onClick={() => onDo({ what: 'endTerm', post, termId, name })}>
          {t.endTerm}
        </button>
      )}
    </span>
  )
}

function Acts({ post, onDo }: PartProps) {
  const t = useText(peopleText)
  const acts = [
    ['appoint', t.appoint],
    ...(post.holders.length > 0 ? [['handOver', t.handOver] as const] : []),
    ['change', t.change],
    ...(post.holders.length === 0 ? [['endPost', t.endPost] as const] : []),
  ] as const
  return acts.map(([what, words]) => (
    <button key={what} type="button" className="text-btn" onClick={() => onDo({ what, post })}>
      {words}
      <span className="vh">{post.title}</span>
    </button>
  ))
}
