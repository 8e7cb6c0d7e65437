/** Entering a unit with its owners, or from which day on it belongs to others. Areas are typed in m² and sent as integers. */
import { useState } from 'react'
import { AREA_SOURCES, enterUnit, OWNERSHIP_BASES, sellUnit, UNIT_KINDS } from '#contracts/households.ts'
import { Button } from '#web/components/Button.tsx'
import { Choice } from '#web/components/Choice.tsx'
import { TextArea, TextField } from '#web/components/Field.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { dayInShanghai } from '#web/pages/people/day.ts'
import { useText } from '#web/platform/i18n.ts'
import { useNow } from '#web/platform/now.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { householdsText } from '#web/texts/households.ts'
import { centiOf } from './centi.ts'

/** A new unit of this place, or one that changes hands. */
export type Owned = { placeId: string; unitId?: undefined } | { unitId: string; code: string }

export function OwnersSheet({ owned, onClose }: { owned: Owned; onClose: () => void }) {
  const t = useText(householdsText)
  const say = useProblem()
  const now = useNow()
  const isNew = owned.unitId === undefined
  const [kind, setKind] = useState<(typeof UNIT_KINDS)[number]>('shop')
  const [code, setCode] = useState('')
  const [area, setArea] = useState('')
  const [source, setSource] = useState<(typeof AREA_SOURCES)[number]>('REGISTRY')
  const [basis, setBasis] = useState<(typeof OWNERSHIP_BASES)[number]>('REGISTERED')
  const [names, setNames] = useState('')
  const [on, setOn] = useState(() => dayInShanghai(now))
  const [proofChecked, prove] = useState(false)
  const done = (words: string) => ({ changes: ['owners', 'households'], onDone: () => (toast(words), onClose()) })
  const enter = useCommand(enterUnit, done(t.entered))
  const sell = useCommand(sellUnit, done(t.sold))
  const error = enter.error ?? sell.error
  const holders = names.split(/[\n、,，]/).flatMap((name) => (name.trim() ? [{ name: name.trim() }] : []))
  const areaCenti = area.trim() === '' ? null : centiOf(area)
  const isFilled = holders.length > 0 && on !== '' && (!isNew || code.trim() !== '') && areaCenti !== undefined
  function send() {
    if (owned.unitId !== undefined) {
      sell.send({ params: { id: owned.unitId }, body: { on, basis, proofChecked, holders } })
    } else if (areaCenti !== undefined) {
      const unit = { placeId: owned.placeId, kind, code: code.trim(), areaCenti, areaSource: areaCenti === null ? null : source } // prettier-ignore
      enter.send({ body: { ...unit, basis, fromOn: on, proofChecked, holders } })
    }
  }
  const options = <V extends string>(list: readonly V[], words: Record<V, string>) =>
    list.map((value) => ({ value, label: words[value] }))
  return (
    <Sheet
      open
      onClose={onClose}
      title={isNew ? t.enterUnit : t.sellTitle(owned.code)}
      footer={
        <Button
          kind="accent"
          busy={(enter.busy || sell.busy) && t.saving}
          blocked={!isFilled && t.fillUnit}
          onClick={send}
        >
          {t.save}
        </Button>
      }
    >
      <div className="hh-form">
        {!isNew && <p className="hh-note">{t.sellNote}</p>}
        {isNew && (
          <>
            <Choice label={t.unit} value={kind} onChange={setKind} options={options(UNIT_KINDS, t.kinds)} />
            <TextField label={t.unitCode} value={code} onChange={setCode} maxLength={40} autoComplete="off" />
            <TextField label={t.areaM2} value={area} onChange={setArea} inputMode="decimal" optional maxLength={12} />
            <Choice label={t.source} value={source} onChange={setSource} options={options(AREA_SOURCES, t.sources)} />
          </>
        )}
        <TextArea
          label={t.ownersLine}
          hint={t.ownersHint}
          value={names}
          onChange={setNames}
          maxLength={400}
          error={error ? say(error) : undefined}
        />
        <Choice
          label={t.basisWord}
          value={basis}
          onChange={setBasis}
          options={options(OWNERSHIP_BASES, t.ownerBases)}
        />
        <TextField label={t.from} type="date" value={on} onChange={setOn} />
        <label>
          <input type="checkbox" checked={proofChecked} onChange={({ target }) => prove(target.checked)} /> {t.proof}
        </label>
        <p className="hh-note">{t.proofHint}</p>
      </div>
    </Sheet>
  )
}
