/** Entering one place inside another. */
import { useState } from 'react'
import { addPlace, type RegisterPlace } from '#contracts/places.ts'
import { Button } from '#web/components/Button.tsx'
import { Choice } from '#web/components/Choice.tsx'
import { TextField } from '#web/components/Field.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { levelText, placesText } from '#web/texts/places.ts'
import { levelsWithin, type MadeLevel } from './levels.ts'
import { numbersOf, PlaceNumbers, type Numbers } from './PlaceNumbers.tsx'

type AddProps = { parent: RegisterPlace; onClose: () => void; onAdded: (id: string) => void }

/** What changes when the tree of places does. */
export const PLACE_TOPICS = ['register', 'places', 'divisions', 'standards'] as const

export function AddSheet({ parent, onClose, onAdded }: AddProps) {
  const t = useText(placesText)
  const say = useProblem()
  const levels = levelText[useLang() === 'en' ? 'en' : 'zh']
  const options = levelsWithin(parent.level)
  const [level, setLevel] = useState<MadeLevel>(options[0] ?? 'home')
  const [name, setName] = useState('')
  const [numbers, setNumbers] = useState<Numbers>({ floors: '', households: '', residents: '', usedAs: 'homes' })
  const add = useCommand(addPlace, {
    changes: PLACE_TOPICS,
    onDone: (place) => (toast(t.added(place.name)), onClose(), place.level !== 'home' && onAdded(place.id)),
  })
  const values = numbersOf(numbers)
  const hint = level === 'subdistrict' || level === 'community' ? '' : t.nameHint[level]
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.addTitle(parent.name)}
      footer={
        <Button
          kind="accent"
          busy={add.busy && t.saving}
          blocked={!name.trim() ? t.fillName : !values && t.whole}
          onClick={() => values && add.send({ body: { parentId: parent.id, level, name: name.trim(), ...values } })}
        >
          {t.save}
        </Button>
      }
    >
      {options.length > 1 && (
        <Choice
          label={t.level}
          value={level}
          onChange={setLevel}
          options={options.map((value) => ({ value, label: levels[value] }))}
        />
      )}
      <TextField
        label={t.name}
        hint={hint}
        value={name}
        onChange={setName}
        maxLength={60}
        error={add.error ? say(add.error) : undefined}
      />
      <PlaceNumbers level={level} value={numbers} onChange={setNumbers} counted={false} />
    </Sheet>
  )
}
