/** Removing a place entered by mistake; what still refers to it is named. */
import { PLACE_REFERENCES, removePlace, type RegisterPlace } from '#contracts/places.ts'
import { Confirm } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { marks } from '#web/texts/marks.ts'
import { placesText, referenceText } from '#web/texts/places.ts'

type RemoveProps = { place: RegisterPlace; onClose: () => void; onRemoved: () => void }

export function RemoveSheet({ place, onClose, onRemoved }: RemoveProps) {
  const t = useText(placesText)
  const { list } = useText(marks)
  const say = useProblem()
  const references = referenceText[useLang() === 'en' ? 'en' : 'zh']
  const remove = useCommand(removePlace, {
    changes: [], // once the page has left the place
    onDone: ({ removed }) => (toast(t.removed(removed)), onClose(), onRemoved()),
  })
  const because = remove.error?.details['because']
  const kept = Array.isArray(because)
    ? PLACE_REFERENCES.filter((what) => because.includes(what)).map((what) => references[what])
    : []
  return (
    <Confirm
      open
      onClose={onClose}
      title={t.removeTitle(place.name)}
      consequence={remove.error ? (kept.length > 0 ? t.kept(kept.join(list)) : say(remove.error)) : t.removeAfter}
      verb={t.remove}
      busy={remove.busy && t.saving}
      onConfirm={() => remove.send({ params: { id: place.id } })}
    />
  )
}
