/** Posts place by place. The place stands once, before the first of its posts. */
import type { PostView } from '#contracts/people.ts'
import { useLang, useText } from '#web/platform/i18n.ts'
import { peopleText, postKindText } from '#web/texts/people.ts'
import type { EndingTerm } from './EndTerm.tsx'

type PostTableProps = {
  posts: readonly PostView[]
  onAppoint?: (post: PostView) => void
  onEnd?: (term: EndingTerm) => void
}

export function PostTable({ posts, onAppoint, onEnd }: PostTableProps) {
  const t = useText(peopleText)
  const kinds = postKindText[useLang() === 'en' ? 'en' : 'zh']
  if (posts.length === 0) return null
  return (
    <table className="grid-table pp-table">
      <thead>
        <tr>
          <th scope="col">{t.place}</th>
          <th scope="col">{t.post}</th>
          <th scope="col">{t.organisation}</th>
          <th scope="col">{t.holders}</th>
          {onAppoint && (
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
              {post.holders.length === 0 && <span className="pp-vacant">{t.vacant}</span>}
              {post.holders.map(({ termId, name, fromOn, toOn }) => (
                <span key={termId} className="pp-holder">
                  {name.replaceAll('*', '＊')}
                  <small>
                    {t.since(fromOn)}
                    {toOn && ` ${t.until(toOn)}`}
                  </small>
                  {onEnd && (
                    <button type="button" className="text-btn" onClick={() => onEnd({ post, termId, name })}>
                      {t.endTerm}
                    </button>
                  )}
                </span>
              ))}
            </td>
            {onAppoint && (
              <td className="num">
                <button type="button" className="text-btn" onClick={() => onAppoint(post)}>
                  {t.appoint}
                  <span className="vh">{post.title}</span>
                </button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
