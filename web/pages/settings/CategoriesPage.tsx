/**
 * Categories with what a resident is promised: each limit with its number, unit and source. Everybody with a desk reads
 * them; the operator changes them. Source: docs/capabilities/requests.md, "Limits".
 */
import { useState } from 'react'
import { listCategories, type CategoryView } from '#contracts/requests.ts'
import { Allowed } from '#web/components/desk/Allowed.tsx'
import { Page } from '#web/components/desk/Page.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { TextField } from '#web/components/Field.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Pill } from '#web/components/Pill.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useRight } from '#web/platform/me.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { marks } from '#web/texts/marks.ts'
import { settingsText } from '#web/texts/settings.ts'
import { CategoryPane } from './CategoryPane.tsx'
import { EditSheet } from './EditSheet.tsx'
import './CategoriesPage.css'

export function CategoriesPage() {
  const t = useText(settingsText)
  return (
    <Allowed right="settings.view" title={t.title}>
      <Categories />
    </Allowed>
  )
}

function Categories() {
  const t = useText(settingsText)
  const { comma } = useText(marks)
  const manages = useRight('settings.manage')
  const categories = useEndpoint(listCategories, {})
  const [code, choose] = useState<string>()
  const [editing, edit] = useState(false)
  const leaves = categories.data?.filter(({ parentCode }) => parentCode !== null)
  const chosen = leaves?.find((one) => one.code === code) ?? leaves?.[0]
  return (
    <Page
      whole
      title={t.title}
      note={leaves && (manages ? t.note(leaves.length) : `${t.note(leaves.length)}${comma}${t.readOnly}`)}
    >
      <Loaded query={categories}>
        {(all) => (
          <div className="cat">
            <Tree all={all} chosen={chosen?.code} onChoose={choose} />
            <div className="cat-pane">
              {chosen ? (
                <CategoryPane category={chosen} {...(manages && { onEdit: () => edit(true) })} />
              ) : (
                <Empty mood="quiet" title={t.pick} />
              )}
            </div>
          </div>
        )}
      </Loaded>
      {editing && chosen && <EditSheet key={chosen.code} category={chosen} onClose={() => edit(false)} />}
    </Page>
  )
}

type TreeProps = { all: readonly CategoryView[]; chosen: string | undefined; onChoose: (code: string) => void }

function Tree({ all, chosen, onChoose }: TreeProps) {
  const t = useText(settingsText)
  const english = useLang() === 'en'
  const [q, setQ] = useState('')
  const words = q.trim().toLowerCase()
  const matches = ({ name, nameEn, code }: CategoryView) =>
    [name, nameEn, code].some((one) => one.toLowerCase().includes(words))
  const groups = all
    .filter(({ parentCode }) => parentCode === null)
    .map((group) => ({
      group,
      leaves: all.filter((leaf) => leaf.parentCode === group.code && (matches(leaf) || matches(group))),
    }))
    .filter(({ leaves }) => leaves.length > 0)
  return (
    <nav className="cat-tree" aria-label={t.tree}>
      <TextField label={t.find} hideLabel type="search" placeholder={t.find} value={q} onChange={setQ} maxLength={40} />
      {groups.length === 0 && <p className="panel-none">{t.none}</p>}
      {groups.map(({ group, leaves }) => (
        <section key={group.code}>
          <h2>{english ? group.nameEn : group.name}</h2>
          <ul>
            {leaves.map((leaf) => (
              <li key={leaf.code}>
                <button
                  type="button"
                  aria-current={leaf.code === chosen || undefined}
                  onClick={() => onChoose(leaf.code)}
                >
                  <span>{english ? leaf.nameEn : leaf.name}</span>
                  {!leaf.active && <Pill>{t.inactive}</Pill>}
                  {leaf.privacy === 'limited' && leaf.active && <Pill tone="ladder">{t.limited}</Pill>}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}
