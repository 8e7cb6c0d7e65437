/** One selection: its posts and dates, who is on the list and how far, and the steps that are open now. */
import { useState } from 'react'
import type { CandidateView, SelectionView } from '#contracts/selections.ts'
import { Button } from '#web/components/Button.tsx'
import { Facts } from '#web/components/Card.tsx'
import { Panel } from '#web/components/desk/Page.tsx'
import { Pill } from '#web/components/Pill.tsx'
import type { Tone } from '#web/components/tone.ts'
import { useLang, useText } from '#web/platform/i18n.ts'
import { marks } from '#web/texts/marks.ts'
import { candidateStateText, channelText, selectionStatusText, selectionsText } from '#web/texts/selections.ts'
import { DecideSheet } from './DecideSheet.tsx'
import { MoveConfirm, NominateSheet, VetSheet } from './steps.tsx'
import { seatsInWords } from './seats.ts'

const TONE: Record<CandidateView['state'], Tone> = {
  asked: 'new', standing: 'doing', refused: 'due', passed: 'said', withdrawn: 'new', elected: 'good', notElected: 'new',
} // prettier-ignore

type Doing =
  | { what: 'nominate' | 'decide' | 'beginVetting' | 'beginDeciding' | 'cancel' }
  | { what: 'vet'; candidate: CandidateView; step: string }

export function SelectionPane({ selection, onBack }: { selection: SelectionView; onBack: () => void }) {
  const t = useText(selectionsText)
  const { list } = useText(marks)
  const lang = useLang() === 'en' ? 'en' : 'zh'
  const [doing, set] = useState<Doing>()
  const close = () => set(undefined)
  const {
    title,
    organisationName,
    placeName,
    status,
    seats,
    nominateUntil,
    termUntil,
    resultNote,
    allowedActions,
    candidates,
  } = selection
  const may = (action: SelectionView['allowedActions'][number]) => allowedActions.includes(action)
  return (
    <>
      <button type="button" className="text-btn sl-back" onClick={onBack}>
        ← {t.back}
      </button>
      <Panel title={title} note={selectionStatusText[lang][status]}>
        <p className="sl-facts">
          <Facts
            items={[
              organisationName,
              placeName,
              seats.length > 0 && t.forSeats(seatsInWords(seats, t.seat, list)),
              t.nominateUntil(nominateUntil),
              termUntil && t.term(termUntil),
            ]}
          />
        </p>
        {resultNote && <p className="sl-facts">{resultNote}</p>}
        <div className="sl-acts">
          {may('nominate') && (
            <Button kind="soft" size="small" onClick={() => set({ what: 'nominate' })}>
              {t.nominate}
            </Button>
          )}
          {(['beginVetting', 'beginDeciding'] as const).filter(may).map((what) => (
            <Button key={what} kind="accent" size="small" onClick={() => set({ what })}>
              {t[what]}
            </Button>
          ))}
          {may('decide') && (
            <Button kind="accent" size="small" onClick={() => set({ what: 'decide' })}>
              {t.decide}
            </Button>
          )}
          {may('cancel') && (
            <Button kind="quiet" size="small" onClick={() => set({ what: 'cancel' })}>
              {t.cancel}
            </Button>
          )}
        </div>
      </Panel>
      <Panel title={t.candidates} note={t.count(candidates.length)} className="sl-candidates">
        {candidates.length === 0 && <p className="panel-none">{t.noCandidates}</p>}
        <ul>
          {candidates.map((one) => (
            <li key={one.id} className="sl-candidate">
              <header>
                <b>{one.name.replaceAll('*', '＊')}</b>
                <small>
                  <Facts
                    items={[
                      channelText[lang][one.channel],
                      one.supporters > 0 && t.supportersOf(one.supporters),
                      one.electedTo,
                    ]}
                  />
                </small>
                <Pill tone={TONE[one.state]}>{candidateStateText[lang][one.state]}</Pill>
                {one.nextStep && may('vet') && <VetButton one={one} step={one.nextStep} onVet={set} />}
              </header>
              {one.statement && <p>{one.statement}</p>}
              <ol>
                {one.steps.map(({ step, passed, reason, by }) => (
                  <li key={step}>
                    <span className={passed ? 'sl-passed' : 'pp-vacant'}>
                      {step} {passed ? t.passed : t.notPassed}
                    </span>{' '}
                    {reason} <small>{by}</small>
                  </li>
                ))}
              </ol>
            </li>
          ))}
        </ul>
      </Panel>
      {doing?.what === 'nominate' && <NominateSheet selection={selection} onClose={close} />}
      {doing?.what === 'vet' && (
        <VetSheet selection={selection} candidate={doing.candidate} step={doing.step} onClose={close} />
      )}
      {doing?.what === 'decide' && <DecideSheet selection={selection} onClose={close} />}
      {(doing?.what === 'beginVetting' || doing?.what === 'beginDeciding' || doing?.what === 'cancel') && (
        <MoveConfirm selection={selection} action={doing.what} onClose={close} />
      )}
    </>
  )
}

function VetButton({ one, step, onVet }: { one: CandidateView; step: string; onVet: (doing: Doing) => void }) {
  const t = useText(selectionsText)
  return (
    <button type="button" className="text-btn" onClick={() => onVet({ what: 'vet', candidate: one, step })}>
      {t.next(step)}
      <span className="vh">{one.name}</span>
    </button>
  )
}
