/** Putting oneself forward for a post that nobody holds, in a selection that is open round one's home. */
import { useState } from 'react'
import { standForOneself, type SelectionView } from '#contracts/selections.ts'
import { Button } from '#web/components/Button.tsx'
import { TextArea } from '#web/components/Field.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { buildingText } from '#web/texts/building.ts'

export function StandSheet({ selection, onClose }: { selection: SelectionView; onClose: () => void }) {
  const t = useText(buildingText)
  const say = useProblem()
  const [statement, setStatement] = useState('')
  const stand = useCommand(standForOneself, { onDone: () => (toast(t.stood), onClose()) })
  const { id, title, nominateUntil } = selection
  return (
    <Sheet
      open
      onClose={onClose}
      title={title}
      footer={
        <Button
          kind="accent"
          busy={stand.busy && t.standing}
          onClick={() => stand.send({ params: { id }, body: { statement: statement.trim() } })}
        >
          {t.stand}
        </Button>
      }
    >
      <TextArea
        label={t.statement}
        hint={t.until(nominateUntil)}
        optional
        value={statement}
        onChange={setStatement}
        rows={3}
        maxLength={500}
        error={stand.error ? say(stand.error) : undefined}
      />
    </Sheet>
  )
}
