/** The plate on paper, A6 for a door or A5 for a hall: what it says, and a code that leads to the page where one can ask. */
import { useState } from 'react'
import { myMembership } from '#contracts/members.ts'
import { ActionBar, AppFrame } from '#web/components/AppFrame.tsx'
import { Button } from '#web/components/Button.tsx'
import { Choice } from '#web/components/Choice.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { plateText } from '#web/texts/members.ts'
import { useChoiceWords } from './choice-words.ts'
import type { Mine } from './mine.ts'
import { PlateFace } from './PlateFace.tsx'
import { QrCode } from './QrCode.tsx'
import './members.css'

export function PlatePrintPage() {
  const query = useEndpoint(myMembership, {})
  return <Loaded query={query}>{(mine) => <Print mine={mine} />}</Loaded>
}

const SIZES = ['a6', 'a5'] as const

function Print({ mine: { plate, skills, placeName } }: { mine: Mine }) {
  const t = useText(plateText)
  const wordOf = useChoiceWords()
  const [size, setSize] = useState<(typeof SIZES)[number]>('a6')
  if (!plate)
    return (
      <AppFrame title={t.print} backTo="/member/plate">
        <Empty mood="quiet" icon="badge" title={t.gone} />
      </AppFrame>
    )
  return (
    <AppFrame
      title={t.print}
      backTo="/member/plate"
      bottom={
        <ActionBar note={t.printNote}>
          <Button kind="accent" icon="print" onClick={() => print()}>
            {t.printNow}
          </Button>
        </ActionBar>
      }
    >
      <div className="plate-tools">
        <Choice
          label={t.size}
          value={size}
          onChange={setSize}
          options={SIZES.map((value) => ({ value, label: t.sizes[value] }))}
        />
      </div>
      <div className={`sheet-paper sheet-${size}`}>
        <PlateFace
          className="plate-paper"
          placeName={placeName ?? ''}
          words={plate.words}
          canHelp={skills.filter(({ code }) => plate.canHelp.includes(code)).map(wordOf)}
        >
          <QrCode text={`${location.origin}/plate/${plate.code}`} label={t.qr} />
          <p className="plate-scan">{t.scan}</p>
          <small>{t.privacy}</small>
        </PlateFace>
      </div>
    </AppFrame>
  )
}
