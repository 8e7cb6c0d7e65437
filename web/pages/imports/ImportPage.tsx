/** One import, at whatever step it is: understood, checked, entered, taken back. Leaving and coming back changes nothing. */
import { useState } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import { discardImport, readImport, type ImportView } from '#contracts/imports.ts'
import { Allowed } from '#web/components/desk/Allowed.tsx'
import { Page } from '#web/components/desk/Page.tsx'
import { Icon } from '#web/components/Icon.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Pill } from '#web/components/Pill.tsx'
import { Confirm } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { useParam } from '#web/platform/route.ts'
import { useProblem } from '#web/texts/errors.ts'
import { importStatusText, importsText } from '#web/texts/imports.ts'
import { Checked } from './Checked.tsx'
import { Mapping } from './Mapping.tsx'
import { Moving } from './Moving.tsx'
import { Result } from './Result.tsx'
import { isMoving, STEPS, stepOf, toneOf } from './standing.ts'
import './imports.css'

export function ImportPage() {
  const t = useText(importsText)
  return (
    <Allowed right="imports.run" title={t.title}>
      <OneImport key={useParam('id')} id={useParam('id')} />
    </Allowed>
  )
}

const OFTEN = 900
const SELDOM = 60_000

function OneImport({ id }: { id: string }) {
  const t = useText(importsText)
  const lang = useLang() === 'en' ? 'en' : 'zh'
  const [moving, setMoving] = useState(true)
  const [mapsAgain, mapAgain] = useState(false)
  const [discards, setDiscards] = useState(false)
  const one = useEndpoint(readImport, { params: { id } }, { refetchInterval: moving ? OFTEN : SELDOM })
  if (one.data && isMoving(one.data.status) !== moving) setMoving(isMoving(one.data.status))
  const status = one.data?.status
  const backToMapping = mapsAgain && status === 'ready'
  return (
    <Page
      title={one.data?.fileName ?? t.title}
      note={
        <Link to="/import" className="imp-back">
          {t.back}
        </Link>
      }
      tools={
        status && (
          <>
            <Pill tone={toneOf(status)}>{importStatusText[lang][status]}</Pill>
            {one.data?.allowedActions.includes('discard') && (
              <button type="button" className="imp-quiet" onClick={() => setDiscards(true)}>
                {t.discard}
              </button>
            )}
          </>
        )
      }
    >
      <Loaded query={one}>
        {(data) => (
          <>
            <Steps now={backToMapping ? 'columns' : stepOf(data.status)} />
            <Body one={data} mapping={backToMapping} onMap={() => mapAgain(true)} onChecked={() => mapAgain(false)} />
          </>
        )}
      </Loaded>
      {discards && <Discard id={id} onClose={() => setDiscards(false)} />}
    </Page>
  )
}

type BodyProps = { one: ImportView; mapping: boolean; onMap: () => void; onChecked: () => void }

function Body({ one, mapping, onMap, onChecked }: BodyProps) {
  if (isMoving(one.status)) return <Moving one={one} />
  if (mapping || stepOf(one.status) === 'columns') return <Mapping one={one} onChecked={onChecked} />
  if (stepOf(one.status) === 'rows') return <Checked one={one} onMap={onMap} />
  return <Result one={one} />
}

function Steps({ now }: { now: (typeof STEPS)[number] }) {
  const t = useText(importsText)
  const at = STEPS.indexOf(now)
  return (
    <ol className="imp-steps" aria-label={t.steps}>
      {STEPS.map((step, index) => (
        <li key={step} aria-current={index === at ? 'step' : undefined} data-past={index < at}>
          <i>{index < at ? <Icon name="check" size={14} /> : index + 1}</i>
          {t.step[step]}
        </li>
      ))}
    </ol>
  )
}

function Discard({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useText(importsText)
  const say = useProblem()
  const navigate = useNavigate()
  const drop = useCommand(discardImport, {
    onDone: () => {
      toast(t.discarded)
      void navigate({ to: '/import' })
    },
  })
  return (
    <Confirm
      open
      onClose={onClose}
      title={t.discardTitle}
      verb={t.discard}
      busy={drop.busy && t.saving}
      consequence={drop.error ? say(drop.error) : t.discardAfter}
      onConfirm={() => drop.send({ params: { id } })}
    />
  )
}
