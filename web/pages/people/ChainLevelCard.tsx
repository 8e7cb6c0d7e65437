/** One level of the chain: its names, where it stands, which posts and party organisations answer on it. */
import type { ChainLevel, OrganisationForm } from '#contracts/organisations.ts'
import type { PostKind } from '#contracts/rights.ts'
import { optionsOf, Select } from '#web/components/desk/Select.tsx'
import { TextField } from '#web/components/Field.tsx'
import { Icon } from '#web/components/Icon.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { marks } from '#web/texts/marks.ts'
import { chainPlaceText, formText, organisationsText } from '#web/texts/organisations.ts'
import { postKindText } from '#web/texts/people.ts'

type ChainLevelCardProps = {
  number: number
  level: ChainLevel
  choices: {
    postKinds: readonly PostKind[]
    forms: readonly OrganisationForm[]
    places: readonly ChainLevel['placeLevel'][]
  }
  /** Left out for those who only read. */
  onChange?: (next: ChainLevel) => void
  onRemove?: () => void
  onMove?: (by: number) => void
}

export function ChainLevelCard({ number, level, choices, onChange, onRemove, onMove }: ChainLevelCardProps) {
  const t = useText(organisationsText)
  const { list } = useText(marks)
  const lang = useLang() === 'en' ? 'en' : 'zh'
  const [places, kinds, forms] = [chainPlaceText[lang], postKindText[lang], formText[lang]]
  const where = [places[level.placeLevel], level.gridLevel && t.gridLevels[gridKey(level.gridLevel)]]
    .filter(Boolean)
    .join(' · ')
  if (!onChange)
    return (
      <li className="pp-level">
        <b>{lang === 'en' ? level.nameEn : level.name}</b> <small>{where}</small>
        <p>{[...level.postKinds.map((kind) => kinds[kind]), ...level.forms.map((form) => forms[form])].join(list)}</p>
      </li>
    )
  const set = (change: Partial<ChainLevel>) => onChange({ ...level, ...change })
  return (
    <li className="pp-level">
      <header>
        <b>{t.level(number)}</b>
        <Tool icon="chevron-up" words={t.up} onClick={() => onMove?.(-1)} />
        <Tool icon="chevron-down" words={t.down} onClick={() => onMove?.(1)} />
        <Tool icon="trash" words={t.removeLevel} onClick={() => onRemove?.()} />
      </header>
      <div className="pp-level-words">
        <TextField label={t.levelName} value={level.name} onChange={(name) => set({ name })} maxLength={20} />
        <TextField label={t.levelNameEn} value={level.nameEn} onChange={(nameEn) => set({ nameEn })} maxLength={40} />
        <Select
          label={t.levelPlace}
          value={level.placeLevel}
          onChange={(placeLevel) => placeLevel && set({ placeLevel, gridLevel: placeLevel === 'grid' ? 2 : null })}
          options={optionsOf(choices.places, places)}
        />
        {level.placeLevel === 'grid' && (
          <Select
            label={t.gridLevel}
            value={gridKey(level.gridLevel ?? 2)}
            onChange={(key) => key && set({ gridLevel: Number(key) })}
            options={optionsOf(['1', '2', '3'] as const, t.gridLevels)}
          />
        )}
      </div>
      <Several
        label={t.levelPosts}
        values={level.postKinds}
        all={choices.postKinds}
        words={kinds}
        onChange={(postKinds) => set({ postKinds })}
      />
      <Several
        label={t.levelForms}
        values={level.forms}
        all={choices.forms}
        words={forms}
        onChange={(next) => set({ forms: next })}
      />
    </li>
  )
}

const gridKey = (level: number) => (level === 1 ? '1' : level === 3 ? '3' : '2')

const Tool = ({
  icon,
  words,
  onClick,
}: {
  icon: 'chevron-up' | 'chevron-down' | 'trash'
  words: string
  onClick: () => void
}) => (
  <button type="button" className="tb" aria-label={words} title={words} onClick={onClick}>
    <Icon name={icon} size={16} />
  </button>
)

type SeveralProps<V extends string> = {
  label: string
  values: readonly V[]
  all: readonly V[]
  words: Record<V, string>
  onChange: (next: V[]) => void
}

/** Several of a list: those chosen as tokens, one more from a select. */
function Several<V extends string>({ label, values, all, words, onChange }: SeveralProps<V>) {
  const t = useText(organisationsText)
  return (
    <div className="pp-several">
      <span>{label}</span>
      {values.map((value) => (
        <span key={value} className="tok">
          {words[value]}
          <button
            type="button"
            aria-label={t.removeOne(words[value])}
            onClick={() => onChange(values.filter((one) => one !== value))}
          >
            <Icon name="close" size={14} />
          </button>
        </span>
      ))}
      <Select
        label={`${label} ${t.choose}`}
        hideLabel
        value=""
        empty={t.choose}
        onChange={(value) => value && onChange([...values, value])}
        options={optionsOf(
          all.filter((value) => !values.includes(value)),
          words,
        )}
      />
    </div>
  )
}
