/** A wish for a plan, filled in already from what the place is: what to cut or pair, how many, and what matters. */
import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import {
  createPlan,
  planStart,
  PLAN_KINDS,
  type GridsWish,
  type PairsWish,
  type PlanKind,
  type PlanWish,
} from '#contracts/planner.ts'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { Button } from '#web/components/Button.tsx'
import { Choice } from '#web/components/Choice.tsx'
import { TextField } from '#web/components/Field.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { Segments } from '#web/components/Tabs.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { plannerText } from '#web/texts/planner.ts'
import { WeighFields } from './WeighFields.tsx'

type Props = { placeId: string; kind: PlanKind; onClose: () => void }

export function NewPlanSheet({ placeId, kind, onClose }: Props) {
  const t = useText(plannerText)
  const start = useEndpoint(planStart, { query: { placeId } })
  return (
    <Sheet open onClose={onClose} title={t.newPlan}>
      <Loaded query={start}>{(there) => <Wish there={there} kind={kind} />}</Loaded>
    </Sheet>
  )
}

type There = ReplyOf<typeof planStart>

function Wish({ there, kind: first }: { there: There; kind: PlanKind }) {
  const t = useText(plannerText)
  const say = useProblem()
  const navigate = useNavigate()
  const [kind, setKind] = useState(first)
  const [grids, setGrids] = useState(there.grids[0])
  const [pairings, setPairings] = useState(there.pairings)
  const make = useCommand(createPlan, { onDone: ({ id }) => void navigate({ to: '/planner/$id', params: { id } }) })
  const wanted: PlanWish | undefined = kind === 'grids' ? grids && { grids } : pairings && { pairings }
  const nothing = kind === 'grids' ? t.noCut : t.noPairs
  return (
    <>
      <p className="plan-there">
        <b>{there.place.name}</b> {t.there(there.households, there.buildings, there.members)}
      </p>
      <Segments
        label={t.kind}
        value={kind}
        onChange={setKind}
        segments={PLAN_KINDS.map((value) => ({ value, label: t.kinds[value] }))}
      />
      {kind === 'grids' && grids && <GridFields wish={grids} choices={there.grids} onChange={setGrids} />}
      {kind === 'pairings' && pairings && <PairFields wish={pairings} onChange={setPairings} />}
      {make.error && (
        <p role="alert" className="field-error">
          {say(make.error)}
        </p>
      )}
      <Button
        kind="accent"
        busy={make.busy && t.starting}
        blocked={!wanted && nothing}
        onClick={() => wanted && make.send({ body: { placeId: there.place.id, wanted } })}
      >
        {t.solve}
      </Button>
    </>
  )
}

type GridFieldsProps = { wish: GridsWish; choices: readonly GridsWish[]; onChange: (wish: GridsWish) => void }

function GridFields({ wish, choices, onChange }: GridFieldsProps) {
  const t = useText(plannerText)
  const [from, to] = wish.band ?? []
  const { band: _band, ...free } = wish
  const setBand = (low: number | undefined, high: number | undefined) =>
    onChange(low === undefined && high === undefined ? free : { ...free, band: [low ?? 0, high ?? 10_000] })
  return (
    <>
      {choices.length > 1 && (
        <Choice
          label={t.level}
          value={String(wish.level)}
          onChange={(level) => onChange(choices.find((one) => String(one.level) === level) ?? wish)}
          options={choices.map(({ level }) => ({ value: String(level), label: t.levels[level] ?? '' }))}
        />
      )}
      <NumberField
        label={t.count}
        value={wish.count}
        onChange={(count) => onChange({ ...wish, count: Math.max(1, count ?? 1) })}
      />
      <div className="plan-pair">
        <NumberField label={`${t.band} · ${t.from}`} value={from} onChange={(low) => setBand(low, to)} />
        <NumberField label={t.to} value={to} onChange={(high) => setBand(from, high)} />
      </div>
      <p className="plan-hint">{t.bandHint}</p>
      <WeighFields weigh={wish.weigh} onChange={(weigh) => onChange({ ...wish, weigh })} />
    </>
  )
}

function PairFields({ wish, onChange }: { wish: PairsWish; onChange: (wish: PairsWish) => void }) {
  const t = useText(plannerText)
  const [from = 0, to = 0] = wish.bounds
  return (
    <>
      <div className="plan-pair">
        <NumberField
          label={`${t.perMember} · ${t.from}`}
          value={from}
          onChange={(low) => onChange({ ...wish, bounds: [low ?? 0, to] })}
        />
        <NumberField label={t.to} value={to} onChange={(high) => onChange({ ...wish, bounds: [from, high ?? from] })} />
      </div>
      <Choice
        label={t.keep}
        value={wish.keep ? 'yes' : 'no'}
        onChange={(keep) => onChange({ ...wish, keep: keep === 'yes' })}
        options={[
          { value: 'yes', label: t.keeps.yes },
          { value: 'no', label: t.keeps.no },
        ]}
        hint={t.keepHint}
      />
      <WeighFields weigh={wish.weigh} onChange={(weigh) => onChange({ ...wish, weigh })} />
    </>
  )
}

type NumberProps = { label: string; value: number | undefined; onChange: (value: number | undefined) => void }

/** Whole numbers only; what is no digit is left out. */
function NumberField({ label, value, onChange }: NumberProps) {
  const read = (typed: string) => {
    const digits = typed.normalize('NFKC').replaceAll(/\D/g, '').slice(0, 5)
    onChange(digits === '' ? undefined : Number(digits))
  }
  return (
    <TextField
      label={label}
      inputMode="numeric"
      value={value === undefined ? '' : String(value)}
      onChange={read}
      maxLength={5}
    />
  )
}
