/** 大字: one tap to large print; once there, 字号 opens its five steps and the way back. Stands in every page's header where elders arrive. */
import { useState } from 'react'
import { Button } from '#web/components/Button.tsx'
import { Choice } from '#web/components/Choice.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { useText } from '#web/platform/i18n.ts'
import { choose, useSettings, type PrintStep } from '#web/platform/settings.ts'
import { accountsText } from '#web/texts/accounts.ts'

const STEPS = ['0', '1', '2', '3', '4', '5'] as const satisfies readonly `${PrintStep}`[]
const FIRST_LARGE = 2 // body 22 px: what most who ask for 大字 keep

export function PrintSize({ onChoose }: { onChoose?: () => void }) {
  const t = useText(accountsText)
  const { print } = useSettings()
  const [open, setOpen] = useState(false)
  const take = (step: PrintStep) => {
    choose({ print: step })
    onChoose?.()
  }
  return (
    <>
      <Button size="small" kind="paper" onClick={() => (print === 0 ? take(FIRST_LARGE) : setOpen(true))}>
        {print === 0 ? t.bigger : t.printSize}
      </Button>
      <Sheet open={open} onClose={() => setOpen(false)} title={t.sizeTitle}>
        <Choice
          label={t.sizeTitle}
          hideLabel
          hint={t.sizeHint}
          value={STEPS[print]}
          onChange={(step) => take(STEPS.indexOf(step) as PrintStep)} // STEPS lists the print steps in order
          options={STEPS.map((step) => ({ value: step, label: t.sizes[step] }))}
        />
      </Sheet>
    </>
  )
}
