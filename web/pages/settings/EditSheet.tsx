/** Changing a category. No limit is saved without its source, and limits that were not touched stay those of the kind. */
import { useState } from 'react'
import { setCategory, type CategoryView } from '#contracts/requests.ts'
import { Button } from '#web/components/Button.tsx'
import { Choice } from '#web/components/Choice.tsx'
import { TextField } from '#web/components/Field.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { limitText, settingsText, UNITS, unitText } from '#web/texts/settings.ts'

type Limit = CategoryView['limits'][number]

export function EditSheet({ category, onClose }: { category: CategoryView; onClose: () => void }) {
  const t = useText(settingsText)
  const say = useProblem()
  const [name, setName] = useState(category.name)
  const [nameEn, setNameEn] = useState(category.nameEn)
  const [privacy, setPrivacy] = useState(category.privacy)
  const [active, setActive] = useState(category.active)
  const [limits, setLimits] = useState<readonly Limit[]>(category.limits)
  const save = useCommand(setCategory, { changes: ['categories'], onDone: () => (toast(t.saved), onClose()) })
  const isOwn = (limit: Limit) => limit.own || category.limits.find(({ clock }) => clock === limit.clock) !== limit
  const own = limits.filter(isOwn)
  const lacking = own.some(({ source, amount }) => source.trim().length < 2 || !(amount >= 1))
  const change = (clock: Limit['clock'], with_: Partial<Limit>) =>
    setLimits(limits.map((limit) => (limit.clock === clock ? { ...limit, ...with_ } : limit)))
  const send = () =>
    save.send({
      params: { code: category.code },
      body: {
        name: name.trim(),
        nameEn: nameEn.trim(),
        privacy,
        active,
        limits: own.map(({ clock, amount, unit, source }) => ({ clock, amount, unit, source: source.trim() })),
      },
    })
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.editTitle(category.name)}
      footer={
        <Button
          kind="accent"
          busy={save.busy && t.saving}
          blocked={(lacking || !name.trim() || !nameEn.trim()) && t.sourceNeeded}
          onClick={send}
        >
          {t.save}
        </Button>
      }
    >
      <TextField
        label={t.name}
        value={name}
        onChange={setName}
        maxLength={40}
        hint={t.after}
        error={save.error ? say(save.error) : undefined}
      />
      <TextField label={t.nameEn} value={nameEn} onChange={setNameEn} maxLength={60} />
      <Choice
        label={t.privacy}
        value={privacy}
        onChange={setPrivacy}
        options={[
          { value: 'public', label: t.privacyPublic },
          { value: 'limited', label: t.privacyLimited },
        ]}
      />
      <Choice
        label={t.use}
        value={active ? 'yes' : 'no'}
        onChange={(value) => setActive(value === 'yes')}
        options={[
          { value: 'yes', label: t.useYes },
          { value: 'no', label: t.useNo },
        ]}
      />
      {!category.elsewhere &&
        limits.map((limit) => (
          <LimitField key={limit.clock} limit={limit} onChange={(with_) => change(limit.clock, with_)} />
        ))}
    </Sheet>
  )
}

function LimitField({ limit, onChange }: { limit: Limit; onChange: (change: Partial<Limit>) => void }) {
  const t = useText(settingsText)
  const lang = useLang() === 'en' ? 'en' : 'zh'
  const word = limitText[lang][limit.clock]
  return (
    <fieldset className="cat-limit">
      <legend>{word}</legend>
      <TextField
        label={t.amount}
        inputMode="numeric"
        value={limit.amount > 0 ? String(limit.amount) : ''}
        onChange={(text) => onChange({ amount: Number(text.replaceAll(/\D/g, '').slice(0, 4)) })}
      />
      <label className="cat-unit">
        {t.unit}
        <select
          className="select"
          value={limit.unit}
          onChange={({ target }) => onChange({ unit: UNITS.find((one) => one === target.value) ?? limit.unit })}
        >
          {UNITS.map((unit) => (
            <option key={unit} value={unit}>
              {unitText[lang][unit]}
            </option>
          ))}
        </select>
      </label>
      <TextField
        label={t.source}
        hint={t.sourceHint}
        value={limit.source}
        onChange={(source) => onChange({ source })}
        maxLength={200}
      />
    </fieldset>
  )
}
