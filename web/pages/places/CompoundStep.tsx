/** The first compound: its name, and in which community it lies. */
import { useState } from 'react'
import { addPlace } from '#contracts/places.ts'
import { Button } from '#web/components/Button.tsx'
import { Choice } from '#web/components/Choice.tsx'
import { TextField } from '#web/components/Field.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { placesText } from '#web/texts/places.ts'
import { registerText } from '#web/texts/register.ts'
import { PLACE_TOPICS } from './AddSheet.tsx'
import type { FirstState } from './first-steps.ts'

export function CompoundStep({ communities }: Pick<FirstState, 'communities'>) {
  const t = useText(registerText)
  const words = useText(placesText)
  const say = useProblem()
  const [name, setName] = useState('')
  const [communityId, setCommunity] = useState(communities[0]?.id ?? '')
  const add = useCommand(addPlace, { changes: PLACE_TOPICS })
  return (
    <div className="pdiv">
      {communities.length > 1 && (
        <Choice
          label={t.whichCommunity}
          value={communityId}
          onChange={setCommunity}
          options={communities.map((one) => ({ value: one.id, label: one.name }))}
        />
      )}
      <TextField
        label={t.step.compoundName}
        hint={words.nameHint.compound}
        value={name}
        onChange={setName}
        maxLength={60}
        error={add.error ? say(add.error) : undefined}
      />
      <div className="pfirst-do">
        <Button
          kind="accent"
          busy={add.busy && words.saving}
          blocked={!name.trim() && words.fillName}
          onClick={() => add.send({ body: { parentId: communityId, level: 'compound', name: name.trim() } })}
        >
          {t.step.compoundMake}
        </Button>
      </div>
    </div>
  )
}
