/** All categories by group, found by typing; those of another door are among them and lead to the signpost. */
import { useState } from 'react'
import type { CategoryView } from '#contracts/requests.ts'
import { Button } from '#web/components/Button.tsx'
import { Choice } from '#web/components/Choice.tsx'
import { TextField } from '#web/components/Field.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { useText } from '#web/platform/i18n.ts'
import { reportText } from '#web/texts/report.ts'
import type { useCategories } from './use-categories.ts'

type Props = {
  open: boolean
  onClose: () => void
  categories: ReturnType<typeof useCategories>
  value: string | undefined
  onChoose: (category: CategoryView | undefined) => void
}

export function CategorySheet({ open, onClose, categories, value, onChoose }: Props) {
  const t = useText(reportText)
  const [q, setQ] = useState('')
  const { groups, find, nameOf } = categories
  const wanted = q.trim().toLowerCase()
  const matches = (category: CategoryView) => `${category.name} ${category.nameEn}`.toLowerCase().includes(wanted)
  const shown = groups
    .map(({ group, leaves }) => ({ group, leaves: matches(group) ? leaves : leaves.filter(matches) }))
    .filter(({ leaves }) => leaves.length > 0)
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t.allCategories}
      footer={
        <Button kind="quiet" onClick={() => onChoose(undefined)}>
          {t.noCategory}
        </Button>
      }
    >
      <TextField label={t.findCategory} type="search" value={q} onChange={setQ} maxLength={20} />
      {shown.map(({ group, leaves }) => (
        <div key={group.code} className="report-part">
          <Choice
            label={nameOf(group)}
            {...(leaves.every(({ elsewhere }) => elsewhere) && { hint: t.elsewhere })}
            value={value}
            onChange={(code) => onChoose(find(code))}
            options={leaves.map((leaf) => ({ value: leaf.code, label: nameOf(leaf) }))}
          />
        </div>
      ))}
      {shown.length === 0 && (
        <p className="report-part" role="status">
          {t.nothingFound}
        </p>
      )}
    </Sheet>
  )
}
