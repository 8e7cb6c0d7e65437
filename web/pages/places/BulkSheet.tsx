/** Many buildings at once: what would be made is worked out by the server while one writes, and made by the same rules. */
import { useState } from 'react'
import { addBulk, BUILDING_WORDS, ROOM_NUMBERS, type BulkReply, type RegisterPlace } from '#contracts/places.ts'
import { Button } from '#web/components/Button.tsx'
import { Choice } from '#web/components/Choice.tsx'
import { TextField } from '#web/components/Field.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { marks } from '#web/texts/marks.ts'
import { placesText, roomNumberText } from '#web/texts/places.ts'
import { PLACE_TOPICS } from './AddSheet.tsx'
import { bulkOf, type BulkForm } from './bulk-form.ts'
import { useBulkPreview } from './use-bulk-preview.ts'

const FIRST: BulkForm = {
  buildings: '',
  buildingWord: BUILDING_WORDS[0],
  entrances: '2',
  floors: '6',
  firstFloor: '1',
  homesPerFloor: '2',
  numbers: 'floorRoom',
  withoutFloors: '',
}

export function BulkSheet({ place, onClose }: { place: RegisterPlace; onClose: () => void }) {
  const t = useText(placesText)
  const say = useProblem()
  const rooms = roomNumberText[useLang() === 'en' ? 'en' : 'zh']
  const [form, setForm] = useState(FIRST)
  const bulk = bulkOf(form)
  const preview = useBulkPreview(place.id, bulk)
  const make = useCommand(addBulk, {
    changes: PLACE_TOPICS,
    onDone: ({ homes }) => (toast(t.built(String(homes))), onClose()),
  })
  const set = (change: Partial<BulkForm>) => setForm({ ...form, ...change })
  const error = make.error ?? preview.error
  const field = (name: 'entrances' | 'floors' | 'firstFloor' | 'homesPerFloor', label: string, hint?: string) => (
    <TextField
      label={label}
      {...(hint && { hint })}
      inputMode="numeric"
      value={form[name]}
      onChange={(value) => set({ [name]: value })}
      maxLength={2}
    />
  )
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.bulkTitle(place.name)}
      footer={
        <Button
          kind="accent"
          busy={make.busy && t.building}
          blocked={(!bulk || !preview.data || preview.data.homes === 0) && t.nothing}
          onClick={() => bulk && make.send({ params: { id: place.id }, body: bulk })}
        >
          {t.build(String(preview.data?.homes ?? 0))}
        </Button>
      }
    >
      <TextField
        label={t.buildings}
        hint={t.buildingsHint}
        value={form.buildings}
        onChange={(buildings) => set({ buildings })}
        maxLength={200}
        autoFocus
        error={error && bulk ? say(error) : undefined}
      />
      <Choice
        label={t.word}
        value={form.buildingWord}
        onChange={(buildingWord) => set({ buildingWord })}
        options={BUILDING_WORDS.map((value) => ({ value, label: `8 ${value}` }))}
      />
      <div className="pnumbers">
        {field('entrances', t.entrances, t.entrancesHint)}
        {field('floors', t.floors)}
        {field('homesPerFloor', form.entrances.trim() === '0' ? t.perFloor : t.perEntrance)}
        {field('firstFloor', t.firstFloor)}
      </div>
      <Choice
        label={t.numbers}
        value={form.numbers}
        onChange={(numbers) => set({ numbers })}
        options={ROOM_NUMBERS.map((value) => ({ value, label: rooms[value] }))}
      />
      <TextField
        label={t.without}
        hint={t.withoutHint}
        optional
        value={form.withoutFloors}
        onChange={(withoutFloors) => set({ withoutFloors })}
        maxLength={60}
      />
      {bulk && preview.data && <Preview reply={preview.data} />}
    </Sheet>
  )
}

function Preview({ reply: { buildings, entrances, homes, skipped, examples } }: { reply: BulkReply }) {
  const t = useText(placesText)
  const { colon, list } = useText(marks)
  return (
    <div className="pbulk" role="status">
      <p>
        {t.preview} <b>{t.previewOf(String(buildings), String(entrances), String(homes))}</b>
      </p>
      {examples.length > 0 && <p>{`${t.examples}${colon}${examples.slice(0, -1).join(list)} … ${examples.at(-1)}`}</p>}
      {skipped.length > 0 && <p>{t.skipped(skipped.join(list))}</p>}
    </div>
  )
}
