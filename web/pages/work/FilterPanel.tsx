/** More conditions: place, kind, category, channel, state, order; and the way to keep them under a name. */
import { useDeferredValue, useId, useState, type FormEvent, type ReactNode } from 'react'
import { Button, Input, Select, TreeSelect } from 'antd'
import { CHANNELS, listCategories, REQUEST_KINDS, REQUEST_STATUSES } from '#contracts/requests.ts'
import { searchPlaces } from '#contracts/places.ts'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { kindText } from '#web/texts/request.ts'
import { standingText } from '#web/texts/standing.ts'
import { workText } from '#web/texts/work.ts'
import { categoryTree } from './category-tree.ts'
import type { Filter } from './filter.ts'
import { saveView } from './saved-views.ts'

/** Closed ones are a view of their own. */
const OPEN = REQUEST_STATUSES.filter((status) => status !== 'closed')

type Props = { filter: Filter; onChange: (filter: Filter) => void; personId: string; onClose: () => void }

export function FilterPanel({ filter, onChange, personId, onClose }: Props) {
  const t = useText(workText)
  const kinds = useText(kindText)
  const states = useText(standingText)
  const lang = useLang()
  const { data: categories = [] } = useEndpoint(listCategories, {})
  const change = (what: Filter) => onChange({ ...filter, ...what })
  return (
    <div className="filter-panel" role="dialog" aria-label={t.more}>
      <PlaceSelect filter={filter} onChange={change} />
      <Labelled label={t.kind}>
        {(id) => (
          <Select
            id={id}
            allowClear
            value={filter.kind}
            placeholder={t.anyKind}
            options={REQUEST_KINDS.map((value) => ({ value, label: kinds[value] }))}
            onChange={(kind) => change({ kind })}
          />
        )}
      </Labelled>
      <Labelled label={t.category}>
        {(id) => (
          <TreeSelect
            id={id}
            allowClear
            showSearch
            treeNodeFilterProp="title"
            value={filter.categoryCode}
            placeholder={t.anyCategory}
            treeData={categoryTree(categories, lang)}
            onChange={(categoryCode?: string) =>
              change({
                categoryCode,
                categoryName: categories.find(({ code }) => code === categoryCode)?.[lang === 'en' ? 'nameEn' : 'name'],
              })
            }
          />
        )}
      </Labelled>
      <Labelled label={t.channel}>
        {(id) => (
          <Select
            id={id}
            allowClear
            value={filter.channel}
            placeholder={t.anyChannel}
            options={CHANNELS.map((value) => ({ value, label: t.channels[value] }))}
            onChange={(channel) => change({ channel })}
          />
        )}
      </Labelled>
      <Labelled label={t.status}>
        {(id) => (
          <Select
            id={id}
            allowClear
            value={filter.status}
            placeholder={t.anyStatus}
            options={OPEN.map((value) => ({ value, label: states[value] }))}
            onChange={(status?: string) => change({ status })}
          />
        )}
      </Labelled>
      <Labelled label={t.sort}>
        {(id) => (
          <Select
            id={id}
            value={filter.sort ?? 'due'}
            options={[
              { value: 'due', label: t.byClock },
              { value: 'newest', label: t.newest },
            ]}
            onChange={(sort) => change({ sort: sort === 'newest' ? sort : undefined })}
          />
        )}
      </Labelled>
      <SaveView filter={filter} personId={personId} onSaved={onClose} />
    </div>
  )
}

function PlaceSelect({ filter, onChange }: { filter: Filter; onChange: (what: Filter) => void }) {
  const t = useText(workText)
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const { data = [] } = useEndpoint(searchPlaces, { query: { q } }, { enabled: q !== '', keepLast: true })
  const known = filter.placeId ? [{ value: filter.placeId, label: filter.placeName ?? t.place }] : []
  const found = q ? data.map(({ id, pathName }) => ({ value: id, label: pathName })) : known
  return (
    <Labelled label={t.place}>
      {(id) => (
        <Select
          id={id}
          allowClear
          showSearch={{ filterOption: false, onSearch: setTyped }}
          value={filter.placeId}
          placeholder={t.findPlace}
          notFoundContent={null}
          options={found}
          onChange={(placeId?: string) =>
            onChange({ placeId, placeName: data.find((one) => one.id === placeId)?.name })
          }
        />
      )}
    </Labelled>
  )
}

function SaveView({ filter, personId, onSaved }: { filter: Filter; personId: string; onSaved: () => void }) {
  const t = useText(workText)
  const [name, setName] = useState('')
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!name.trim()) return
    saveView(personId, { name: name.trim(), filter })
    onSaved()
  }
  return (
    <form className="filter-save" onSubmit={save}>
      <Input
        value={name}
        maxLength={20}
        aria-label={t.viewName}
        placeholder={t.viewName}
        onChange={(event) => setName(event.target.value)}
      />
      <Button htmlType="submit" disabled={!name.trim()}>
        {t.saveView}
      </Button>
    </form>
  )
}

function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </>
  )
}
