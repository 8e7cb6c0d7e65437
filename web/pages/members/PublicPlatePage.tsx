/** The page behind a plate's code, open to anybody who scans it: what the plate says, and asking the neighbour once signed in. */
import { useState } from 'react'
import { askNeighbour, readPlate, type PublicPlate } from '#contracts/members.ts'
import { AppFrame } from '#web/components/AppFrame.tsx'
import { Button } from '#web/components/Button.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { TextArea } from '#web/components/Field.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useMe } from '#web/platform/me.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { useParam } from '#web/platform/route.ts'
import { useProblem } from '#web/texts/errors.ts'
import { plateText } from '#web/texts/members.ts'
import { useChoiceWords } from './choice-words.ts'
import { PlateFace } from './PlateFace.tsx'
import './members.css'

export function PublicPlatePage() {
  const t = useText(plateText)
  const code = useParam('code')
  const plate = useEndpoint(readPlate, { params: { code } })
  const gone = plate.error?.code === 'not_found' || plate.error?.code === 'malformed'
  return (
    <AppFrame title={t.publicTitle}>
      {gone ? (
        <Empty mood="quiet" icon="badge" title={t.gone} note={t.goneNote} />
      ) : (
        <Loaded query={plate}>{(one) => <Plate plate={one} />}</Loaded>
      )}
    </AppFrame>
  )
}

function Plate({ plate }: { plate: PublicPlate }) {
  const t = useText(plateText)
  return (
    <>
      <LitPlate plate={plate} />
      <p className="mb-intro">{t.privacy}</p>
    </>
  )
}

/** One lit plate with its way to ask; also in my building. */
export function LitPlate({ plate }: { plate: PublicPlate }) {
  const t = useText(plateText)
  const wordOf = useChoiceWords()
  const stranger = useMe().error?.code === 'sign_in_required'
  const [asking, setAsking] = useState(false)
  const { code, compoundName, buildingName, words, canHelp } = plate
  return (
    <PlateFace
      placeName={[compoundName, buildingName].filter(Boolean).join(' ')}
      words={words}
      canHelp={canHelp.map(wordOf)}
    >
      {stranger ? (
        <Button kind="accent" href={`/sign-in?next=${encodeURIComponent(`/plate/${code}`)}`}>
          {t.signInFirst}
        </Button>
      ) : (
        <Button kind="soft" icon="talk" onClick={() => setAsking(true)}>
          {t.ask}
        </Button>
      )}
      {asking && <AskSheet code={code} onClose={() => setAsking(false)} />}
    </PlateFace>
  )
}

function AskSheet({ code, onClose }: { code: string; onClose: () => void }) {
  const t = useText(plateText)
  const say = useProblem()
  const [words, setWords] = useState('')
  const ask = useCommand(askNeighbour, { changes: ['plates'], onDone: () => (toast(t.asked), onClose()) })
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.askTitle}
      footer={
        <Button
          kind="accent"
          busy={ask.busy && t.saving}
          blocked={words.trim().length < 2 && t.needWords}
          onClick={() => ask.send({ params: { code }, body: { words: words.trim() } })}
        >
          {t.askSend}
        </Button>
      }
    >
      <TextArea
        label={t.askWords}
        hint={t.askHint}
        value={words}
        onChange={setWords}
        rows={3}
        maxLength={300}
        error={ask.error ? say(ask.error) : undefined}
      />
    </Sheet>
  )
}
