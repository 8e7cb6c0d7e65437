/** 大字: one tap to large print; once there, 字号 opens its five steps and the way back. Stands in every page's header where elders arrive. */
import { lazy, Suspense, useState } from 'react'
import { Button } from '#web/components/Button.tsx'
import { useText } from '#web/platform/i18n.ts'
import { choose, useSettings, type PrintStep } from '#web/platform/settings.ts'
import { printText } from '#web/texts/print.ts'

/** Comes when first asked for. */
const PrintSheet = lazy(() => import('./PrintSheet.tsx').then((module) => ({ default: module.PrintSheet })))
const FIRST_LARGE = 2 // body 22 px: what most who ask for 大字 keep

export function PrintSize({ onChoose }: { onChoose?: () => void }) {
  const t = useText(printText)
  const { print } = useSettings()
  const [open, setOpen] = useState<boolean>() // undefined: never opened
  const take = (step: PrintStep) => {
    choose({ print: step })
    onChoose?.()
  }
  return (
    <>
      <Button size="small" kind="paper" onClick={() => (print === 0 ? take(FIRST_LARGE) : setOpen(true))}>
        {print === 0 ? t.bigger : t.printSize}
      </Button>
      {open !== undefined && (
        <Suspense>
          <PrintSheet open={open} print={print} onChoose={take} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
