/** Finding one of many by a few letters: the answer is one of the list, never free words, and a tap lets it go again. */
import { TextField, type TextFieldProps } from '#web/components/Field.tsx'
import { Icon } from '#web/components/Icon.tsx'
import { useText } from '#web/platform/i18n.ts'
import { deskText } from '#web/texts/desk.ts'
import { kitText } from '#web/texts/kit.ts'
import './pick.css'

const MOST_SHOWN = 8

/** What is typed is a search here, and the words in the empty field are those of what is picked. */
export type PickProps = Pick<TextFieldProps, 'label' | 'hideLabel' | 'hint' | 'error' | 'optional'>

type PickFieldProps = PickProps & {
  /** The name of what is picked already. */
  picked: string | undefined
  q: string
  onSearch: (q: string) => void
  placeholder?: string | undefined
  /** What answers to the letters; nothing while it is on its way. */
  found: readonly { id: string; name: string; where?: string }[] | undefined
  onPick: (found: { id: string; name: string } | undefined) => void
}

export function PickField({ picked, q, onSearch, found, onPick, label, hideLabel, ...field }: PickFieldProps) {
  const t = useText(deskText)
  const kit = useText(kitText)
  if (picked !== undefined)
    return (
      <div className={hideLabel ? '' : 'labelled'}>
        <span className={hideLabel ? 'vh' : ''}>{label}</span>
        <p className="picked">
          <span>{picked}</span>
          <button type="button" className="tb" aria-label={`${kit.close} ${picked}`} onClick={() => onPick(undefined)}>
            <Icon name="close" size={16} />
          </button>
        </p>
      </div>
    )
  return (
    <div className="pick">
      <TextField
        label={label}
        hideLabel={hideLabel}
        type="search"
        value={q}
        onChange={onSearch}
        maxLength={40}
        {...field}
      />
      {q.trim() && found && (
        <ul>
          {found.length === 0 && <li className="panel-none">{t.pick.none}</li>}
          {found.slice(0, MOST_SHOWN).map(({ id, name, where }) => (
            <li key={id}>
              <button type="button" onClick={() => (onPick({ id, name }), onSearch(''))}>
                {name} {where && <small>{where}</small>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
