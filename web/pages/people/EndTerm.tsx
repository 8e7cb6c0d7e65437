/** Ending a term or a post repeats its consequence first: the rights stop at once, the work stays with the post. */
import { endPost, endTerm, type PostView } from '#contracts/people.ts'
import { Confirm } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { peopleText } from '#web/texts/people.ts'

const CHANGES = ['posts', 'people', 'organisations', 'places']

export type EndingTerm = { post: PostView; termId: string; name: string }

export function EndTerm({ post, termId, name, onClose }: EndingTerm & { onClose: () => void }) {
  const t = useText(peopleText)
  const say = useProblem()
  const end = useCommand(endTerm, { changes: CHANGES, onDone: () => (toast(t.ended), onClose()) })
  return (
    <Confirm
      open
      onClose={onClose}
      title={t.endTitle}
      verb={t.endTerm}
      busy={end.busy && t.saving}
      consequence={end.error ? say(end.error) : t.endAfter(name.replaceAll('*', '＊'), post.title)}
      onConfirm={() => end.send({ params: { id: post.id, termId } })}
    />
  )
}

export function EndPost({ post, onClose }: { post: PostView; onClose: () => void }) {
  const t = useText(peopleText)
  const say = useProblem()
  const end = useCommand(endPost, { changes: CHANGES, onDone: () => (toast(t.endedPost), onClose()) })
  return (
    <Confirm
      open
      onClose={onClose}
      title={t.endPostTitle}
      verb={t.endPost}
      busy={end.busy && t.saving}
      consequence={end.error ? say(end.error) : t.endPostAfter(post.title)}
      onConfirm={() => end.send({ params: { id: post.id } })}
    />
  )
}
