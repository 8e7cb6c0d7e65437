/** The figures one enters of a place: storeys, households, residents, what it is used as. */
import { USED_AS, type PlaceLevel, type UsedAs } from '#contracts/places.ts'
import { TextField } from '#web/components/Field.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { placesText, usedAsText } from '#web/texts/places.ts'

export type Numbers = { floors: string; households: string; residents: string; usedAs: UsedAs }

/** As the server takes them, empty ones as unknown; undefined when one is no whole number. */
export function numbersOf({ floors, households, residents, usedAs }: Numbers) {
  const [a, b, c] = [floors, households, residents].map((text) => {
    const plain = text.normalize('NFKC').trim()
    return plain === '' ? null : /^\d{1,7}$/.test(plain) ? Number(plain) : NaN
  })
  if (a === undefined || b === undefined || c === undefined || [a, b, c].some(Number.isNaN)) return undefined
  return { floors: a, households: b, residents: c, usedAs }
}

type NumbersProps = {
  level: PlaceLevel
  value: Numbers
  onChange: (value: Numbers) => void
  /** The households come from what lies inside. */
  counted: boolean
}

export function PlaceNumbers({ level, value, onChange, counted }: NumbersProps) {
  const t = useText(placesText)
  const uses = usedAsText[useLang() === 'en' ? 'en' : 'zh']
  const field = (name: 'floors' | 'households' | 'residents', label: string, hint?: string) => (
    <TextField
      label={label}
      {...(hint && { hint })}
      optional
      inputMode="numeric"
      value={value[name]}
      onChange={(text) => onChange({ ...value, [name]: text })}
      maxLength={7}
    />
  )
  const isInside = level === 'building' || level === 'entrance' || level === 'home'
  return (
    <>
      <div className="pnumbers">
        {isInside && level !== 'entrance' && field('floors', level === 'home' ? t.floor : t.floors)}
        {level !== 'home' && !counted && field('households', t.households, t.counted)}
        {level !== 'entrance' && !counted && field('residents', t.residents)}
      </div>
      {(level === 'building' || level === 'home') && (
        <label className="labelled">
          {t.usedAs}
          <select
            className="select"
            value={value.usedAs}
            onChange={({ target }) =>
              onChange({ ...value, usedAs: USED_AS.find((one) => one === target.value) ?? value.usedAs })
            }
          >
            {USED_AS.map((one) => (
              <option key={one} value={one}>
                {uses[one]}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  )
}
