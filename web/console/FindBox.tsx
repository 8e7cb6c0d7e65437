/** ⌘K: requests, people, places, organisations and pages, by name, sound, number or door. Arrow keys choose, Enter opens; the field keeps the focus. */
import { useDeferredValue, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { find } from '#contracts/search.ts'
import { Icon, type IconName } from '#web/components/Icon.tsx'
import { Hit } from '#web/components/desk/Hit.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useMe } from '#web/platform/me.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { deskText } from '#web/texts/desk.ts'
import { organisationKindText } from '#web/texts/people.ts'
import { NAV } from './nav.ts'
import './FindBox.css'

type Found = { key: string; icon: IconName; title: ReactNode; note: ReactNode; open: () => void }

export function FindBox({ onClose }: { onClose: () => void }) {
  const t = useText(deskText)
  const dialog = useRef<HTMLDialogElement>(null)
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const q = useDeferredValue(words.trim())
  const { groups, busy } = useFound(q)
  const found = groups.flatMap(({ items }) => items)
  useEffect(() => dialog.current?.showModal(), [])

  const open = (one: Found | undefined) => {
    one?.open()
    if (one) onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by) setAt((now) => (found.length ? (now + by + found.length) % found.length : 0))
    else if (event.key === 'Enter') open(found[at])
    else return
    event.preventDefault()
  }
  const chosen = found[at]
  return (
    <dialog
      ref={dialog}
      className="fb"
      aria-label={t.findLabel}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div className="fb-in">
        <div className="fb-field">
          <Icon name="search" size={18} />
          <input
            role="combobox"
            aria-label={t.findHint}
            aria-expanded={found.length > 0}
            aria-controls="fb-list"
            aria-activedescendant={chosen ? `fb-${chosen.key}` : undefined}
            aria-autocomplete="list"
            placeholder={t.findHint}
            value={words}
            maxLength={40}
            onChange={(event) => (setWords(event.target.value), setAt(0))}
            onKeyDown={onKeyDown}
          />
        </div>
        <div id="fb-list" role="listbox" aria-label={t.findLabel} className="fb-list">
          {groups.map(
            ({ title, items }) =>
              items.length > 0 && (
                <div key={title} role="group" aria-label={title}>
                  <h3 aria-hidden="true">{title}</h3>
                  {items.map((one) => (
                    <div
                      key={one.key}
                      id={`fb-${one.key}`}
                      role="option"
                      aria-selected={one === chosen}
                      className="fb-row"
                      onPointerMove={() => setAt(found.indexOf(one))}
                      onClick={() => open(one)}
                    >
                      <Icon name={one.icon} size={18} />
                      <b>{one.title}</b>
                      <span>{one.note}</span>
                    </div>
                  ))}
                </div>
              ),
          )}
        </div>
        <p className="fb-note" role="status">
          {found.length > 0 ? t.findKeys : busy ? t.searching : q ? t.findNothing(q) : t.findHint}
        </p>
      </div>
    </dialog>
  )
}

/** Where what was found leads. Nobody is led to a page that their post does not open. */
function useFound(q: string) {
  const t = useText(deskText)
  const kinds = useText(organisationKindText)
  const navigate = useNavigate()
  const rights = useMe().data?.rights ?? []
  const knows = rights.includes('registers.view')
  const enabled = q.length > 0
  const { data, isFetching } = useEndpoint(find, { query: { q } }, { enabled, keepLast: true })
  const found = enabled ? data : undefined

  const toPlace = (id: string, name: string) =>
    knows
      ? navigate({ to: '/register/$placeId', params: { placeId: id } })
      : navigate({ to: '/', search: { view: 'open', placeId: id, placeName: name } })
  const toPerson = (homePlaceId: string | null) =>
    homePlaceId
      ? navigate({ to: '/households/$homePlaceId', params: { homePlaceId } })
      : navigate({ to: '/people', search: { q } })

  const groups: { title: string; items: Found[] }[] = [
    {
      title: t.findRequests,
      items: (found?.requests ?? []).map(({ id, number, title, placeName, closed }) => ({
        key: id,
        icon: closed ? 'check-circle' : 'document',
        title: <Hit text={title} query={q} />,
        note: [number, placeName, ...(closed ? [t.closedWord] : [])].join('　'),
        open: () => void navigate({ to: '/requests/$id', params: { id } }),
      })),
    },
    {
      title: t.findPeople,
      items: (found?.people ?? []).map(({ id, name, phoneMasked, homeName, homePlaceId, postTitles }) => ({
        key: id,
        icon: 'user',
        title: name,
        note: [homeName, phoneMasked, ...postTitles].filter(Boolean).join('　'),
        open: () => void toPerson(homePlaceId),
      })),
    },
    {
      title: t.findPlaces,
      items: (found?.places ?? []).map(({ id, name, around }) => ({
        key: id,
        icon: 'pin',
        title: <Hit text={name} query={q} />,
        note: around,
        open: () => void toPlace(id, name),
      })),
    },
    {
      title: t.findOrganisations,
      items: (found?.organisations ?? []).map(({ id, kind, name, placeName }) => ({
        key: id,
        icon: 'people',
        title: <Hit text={name} query={q} />,
        note: [kinds[kind], placeName].join('　'),
        open: () => void navigate({ to: '/organisations', search: { q: name } }),
      })),
    },
    {
      title: t.findPages,
      items: NAV.filter(({ right, words }) => rights.includes(right) && t.nav[words].includes(q)).map(
        ({ to, words, icon }) => ({
          key: to,
          icon,
          title: t.nav[words],
          note: '',
          open: () => void navigate({ to }),
        }),
      ),
    },
  ]
  return { busy: isFetching, groups }
}
