/** One place of the register: what it is, its figures, the map or its doors, who answers, and what to do next. */
import { Link } from '@tanstack/react-router'
import type { PlaceLevel } from '#contracts/places.ts'
import { Icon } from '#web/components/Icon.tsx'
import { Pill } from '#web/components/Pill.tsx'
import { useLang } from '#web/platform/i18n.ts'
import { levelText } from '#web/texts/places.ts'
import { AreaMap } from './AreaMap.tsx'
import { Figures } from './Figures.tsx'
import { Inside } from './Inside.tsx'
import { NextSteps } from './NextSteps.tsx'
import type { PlaceData } from './place-data.ts'
import { PlaceTools } from './PlaceTools.tsx'
import { Stairwell } from './Stairwell.tsx'
import { WhoAnswers } from './WhoAnswers.tsx'
import './place.css'

/** The check-up looks at these; a building is looked at with its compound. */
const CHECKED: readonly PlaceLevel[] = ['district', 'subdistrict', 'community', 'compound', 'grid']

type PaneProps = {
  data: PlaceData
  onShow: (placeId: string) => void
  /** Leads to what it lay in. */
  onRemoved: (parentId: string) => void
}

export function PlacePane({ data, onShow, onRemoved }: PaneProps) {
  const levels = levelText[useLang() === 'en' ? 'en' : 'zh']
  const { place, line } = data
  const hasDoors = place.level === 'building' || place.level === 'entrance'
  return (
    <article className="pplace" aria-label={place.fullName}>
      <header className="hd">
        <nav className="pplace-line">
          {line.map(({ id, name }) => (
            <span key={id}>
              <Link to="/register/$placeId" params={{ placeId: id }}>
                {name}
              </Link>
              <Icon name="chevron" size={14} />
            </span>
          ))}
        </nav>
        <h1>{place.name}</h1>
        <Pill>{levels[place.level]}</Pill>
        <span className="sp" />
        <PlaceTools data={data} onShow={onShow} onRemoved={onRemoved} />
      </header>
      <div className="pplace-body">
        <Figures data={data} />
        <div className="pplace-cols">
          <div className="pplace-main">
            {hasDoors ? <Stairwell place={place} /> : <AreaMap data={data} onShow={onShow} />}
            {!hasDoors && <Inside place={place} />}
          </div>
          <div className="pplace-aside">
            {CHECKED.includes(place.level) && <NextSteps placeId={place.id} />}
            <WhoAnswers place={place} />
          </div>
        </div>
      </div>
    </article>
  )
}
