/** Subdistrict and community by hand: for an installation without the list, or a community younger than it. */
import { useState } from 'react'
import { addPlace } from '#contracts/places.ts'
import { Button } from '#web/components/Button.tsx'
import { TextField } from '#web/components/Field.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { placesText } from '#web/texts/places.ts'
import { registerText } from '#web/texts/register.ts'
import { PLACE_TOPICS } from './AddSheet.tsx'

export function TypedDivision({ topId, onBack }: { topId: string; onBack: () => void }) {
  const t = useText(registerText)
  const words = useText(placesText)
  const say = useProblem()
  const [subdistrict, setSubdistrict] = useState('')
  const [community, setCommunity] = useState('')
  const addCommunity = useCommand(addPlace, { changes: PLACE_TOPICS })
  const addSubdistrict = useCommand(addPlace, {
    changes: [],
    onDone: ({ id }) => addCommunity.send({ body: { parentId: id, level: 'community', name: community.trim() } }),
  })
  const error = addSubdistrict.error ?? addCommunity.error
  return (
    <div className="pdiv">
      <TextField label={t.typedSubdistrict} value={subdistrict} onChange={setSubdistrict} maxLength={60} />
      <TextField
        label={t.typedCommunity}
        value={community}
        onChange={setCommunity}
        maxLength={60}
        error={error ? say(error) : undefined}
      />
      <div className="pfirst-do">
        <Button
          kind="accent"
          busy={(addSubdistrict.busy || addCommunity.busy) && words.saving}
          blocked={(!subdistrict.trim() || !community.trim()) && words.fillName}
          onClick={() =>
            addSubdistrict.send({ body: { parentId: topId, level: 'subdistrict', name: subdistrict.trim() } })
          }
        >
          {t.typedMake}
        </Button>
        <Button kind="quiet" onClick={onBack}>
          {words.back}
        </Button>
      </div>
    </div>
  )
}
