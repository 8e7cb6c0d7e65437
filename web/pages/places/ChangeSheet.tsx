/** Correcting what is kept of a place. */
import { useState } from 'react'
import { changePlace, type RegisterPlace } from '#contracts/places.ts'
import { Button } from '#web/components/Button.tsx'
import { TextField } from '#web/components/Field.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { placesText } from '#web/texts/places.ts'
import { PLACE_TOPICS } from './AddSheet.tsx'
import { numbersOf, PlaceNumbers, type Numbers } from './PlaceNumbers.tsx'

const written = (value: number | null) => (value === null ? '' : String(value))

export function ChangeSheet({ place, onClose }: { place: RegisterPlace; onClose: () => void }) {
  const t = useText(placesText)
  const say = useProblem()
  const [name, setName] = useState(place.name)
  const [numbers, setNumbers] = useState<Numbers>({
    floors: written(place.floors),
    households: written(place.households),
    residents: written(place.residents),
    usedAs: place.usedAs,
  })
  const change = useCommand(changePlace, { changes: PLACE_TOPICS, onDone: () => (toast(t.saved), onClose()) })
  const values = numbersOf(numbers)
  const isCounted = place.children > 0 && place.households !== null
  const send = () =>
    values &&
    change.send({
      params: { id: place.id },
      body: {
        ...(name.trim() !== place.name && { name: name.trim() }),
        floors: values.floors,
        usedAs: values.usedAs,
        ...(!isCounted && { households: values.households, residents: values.residents }),
      },
    })
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.changeTitle(place.name)}
      footer={
        <Button
          kind="accent"
          busy={change.busy && t.saving}
          blocked={!name.trim() ? t.fillName : !values && t.whole}
          onClick={send}
        >
          {t.save}
        </Button>
      }
    >
      <TextField
        label={t.name}
        hint={t.renameNote}
        value={name}
        onChange={setName}
        maxLength={60}
        error={change.error ? say(change.error) : undefined}
      />
      <PlaceNumbers level={place.level} value={numbers} onChange={setNumbers} counted={isCounted} />
    </Sheet>
  )
}
