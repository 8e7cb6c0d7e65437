/** Where I live: find the building by a few letters, then entrance, then door. Doors are asked for only inside a building. */
import { useDeferredValue, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { updateMe } from '#contracts/accounts.ts'
import { listPlaces, searchPlaces, type PlaceView } from '#contracts/places.ts'
import { AppFrame } from '#web/components/AppFrame.tsx'
import { Card } from '#web/components/Card.tsx'
import { TextField } from '#web/components/Field.tsx'
import { Icon } from '#web/components/Icon.tsx'
import { Row } from '#web/components/Row.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { marks } from '#web/texts/marks.ts'
import { profileText } from '#web/texts/profile.ts'
import './Profile.css'

type Chosen = Pick<PlaceView, 'id' | 'name'>

export function ChooseHomePage() {
  const t = useText(profileText)
  const { comma } = useText(marks)
  const say = useProblem()
  const navigate = useNavigate()
  const [building, setBuilding] = useState<Chosen>()
  const [entrance, setEntrance] = useState<Chosen>()
  const save = useCommand(updateMe, {
    changes: ['me', 'home', 'requests'],
    onDone: () => {
      toast(t.homeSaved)
      void navigate({ to: '/me' })
    },
  })
  const takeHome = (id: string) => save.send({ body: { homePlaceId: id } })
  return (
    <AppFrame title={t.homeTitle} backTo="/me">
      <p className="profile-note">{t.homeWhy}</p>
      {building ? (
        <>
          <Card>
            <Row
              icon="building"
              title={building.name}
              note={t.back}
              onClick={() => (setBuilding(undefined), setEntrance(undefined))}
            />
          </Card>
          <Doors
            within={entrance ?? building}
            onEntrance={setEntrance}
            onHome={takeHome}
            label={entrance ? `${entrance.name}${comma}${t.door}` : t.entrance}
          />
        </>
      ) : (
        <Buildings onChoose={setBuilding} />
      )}
      {save.error && (
        <p className="profile-error" role="alert">
          {say(save.error)}
        </p>
      )}
    </AppFrame>
  )
}

function Buildings({ onChoose }: { onChoose: (building: Chosen) => void }) {
  const t = useText(profileText)
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const { data } = useEndpoint(
    searchPlaces,
    { query: { q, level: 'building' } },
    { enabled: q.length > 0, keepLast: true },
  )
  return (
    <>
      <div className="profile-search">
        <TextField
          type="search"
          label={t.homeSearch}
          hint={t.homeHint}
          value={typed}
          onChange={setTyped}
          end={<Icon name="search" size={20} />}
        />
      </div>
      {q && data?.length === 0 && (
        <p className="profile-note" role="status">
          {t.homeNone}
        </p>
      )}
      {q && data && data.length > 0 && (
        <Card label={t.homePick}>
          {data.map(({ id, name, pathName }) => (
            <Row
              key={id}
              icon="building"
              title={name}
              note={pathName}
              onClick={() => onChoose({ id, name: pathName })}
            />
          ))}
        </Card>
      )}
    </>
  )
}

type DoorsProps = { within: Chosen; label: string; onEntrance: (place: Chosen) => void; onHome: (id: string) => void }
function Doors({ within, label, onEntrance, onHome }: DoorsProps) {
  const { data = [] } = useEndpoint(listPlaces, { query: { parentId: within.id } })
  return (
    <fieldset className="doors">
      <legend>{label}</legend>
      {data.map(({ id, name, level }) => (
        <button key={id} type="button" onClick={() => (level === 'home' ? onHome(id) : onEntrance({ id, name }))}>
          {name}
        </button>
      ))}
    </fieldset>
  )
}
