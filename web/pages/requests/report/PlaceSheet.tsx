/** Saying where it is: a tap on the map, or a building from a list that can be searched; and a few words more exactly. */
import { useState } from 'react'
import { Button } from '#web/components/Button.tsx'
import { TextField } from '#web/components/Field.tsx'
import { PlaceMap } from '#web/components/PlaceMap.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { Skeleton } from '#web/components/Skeleton.tsx'
import { Segments } from '#web/components/Tabs.tsx'
import { useText } from '#web/platform/i18n.ts'
import { marks } from '#web/texts/marks.ts'
import { reportText } from '#web/texts/report.ts'
import { PlaceList } from './PlaceList.tsx'
import type { Report } from './report.ts'
import { usePlaceMap, type Point } from './use-place-map.ts'

type Props = {
  location: Report['location']
  point: Point | undefined
  onClose: () => void
  onTake: (location: Report['location']) => void
}

export function PlaceSheet({ location, point, onClose, onTake }: Props) {
  const t = useText(reportText)
  const { colon } = useText(marks)
  const [by, setBy] = useState<'map' | 'list'>('map')
  const [words, setWords] = useState(location.words ?? '')
  const [spot, setSpot] = useState<Point | undefined>(point)
  const [picked, setPicked] = useState<{ id: string; name: string }>()
  const map = usePlaceMap(point)

  function take() {
    const said = words.trim() ? { words: words.trim() } : {}
    if (picked) return onTake({ placeId: picked.id, source: 'picked', ...said })
    if (spot && spot !== point) return onTake({ ...spot, source: 'map', system: 'wgs84', ...said })
    const { words: _before, ...same } = location
    onTake({ ...same, ...said })
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.placeTitle}
      footer={
        <Button kind="accent" onClick={take}>
          {picked ? `${t.take}${colon}${picked.name}` : t.take}
        </Button>
      }
    >
      <div className="place-sheet">
        <Segments
          label={t.placeTitle}
          value={by}
          onChange={setBy}
          segments={[
            { value: 'map', label: t.byMap },
            { value: 'list', label: t.byList },
          ]}
        />
        {by === 'map' && (
          <>
            <p>{t.mapHint}</p>
            {map ? (
              <PlaceMap
                shapes={map.shapes}
                bounds={map.bounds}
                label={t.placeMap(map.place.name)}
                height={280}
                pins={spot ? [{ id: 'here', ...spot, title: t.take, drop: true }] : []}
                onPick={(next) => (setSpot(next), setPicked(undefined))}
              />
            ) : (
              <Skeleton picture={280} lines={[]} />
            )}
          </>
        )}
        {by === 'list' && <PlaceList shapes={map?.shapes ?? []} picked={picked?.id} onPick={setPicked} />}
        <TextField
          label={t.placeWords}
          value={words}
          onChange={setWords}
          placeholder={t.placeWordsPlaceholder}
          maxLength={100}
          optional
        />
      </div>
    </Sheet>
  )
}
