/** The steps of large print, seen at once behind the sheet. */
import { Choice } from '#web/components/Choice.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { useText } from '#web/platform/i18n.ts'
import type { PrintStep } from '#web/platform/settings.ts'
import { printText } from '#web/texts/print.ts'

const STEPS = ['0', '1', '2', '3', '4', '5'] as const satisfies readonly `${PrintStep}`[]

type Props = { open: boolean; print: PrintStep; onChoose: (step: PrintStep) => void; onClose: () => void }

export function PrintSheet({ open, print, onChoose, onClose }: Props) {
  const t = useText(printText)
  return (
    <Sheet open={open} onClose={onClose} title={t.title}>
      <Choice
        label={t.title}
        hideLabel
        hint={t.hint}
        value={STEPS[print]}
        onChange={(step) => onChoose(STEPS.indexOf(step) as PrintStep)} // STEPS lists the print steps in order
        options={STEPS.map((step) => ({ value: step, label: t.sizes[step] }))}
      />
    </Sheet>
  )
}
