/** Where the organisational relation is: with an organisation of the district, elsewhere in words, or not known. */
import { listOrganisations } from '#contracts/organisations.ts'
import { Choice } from '#web/components/Choice.tsx'
import { fieldError, TextField } from '#web/components/Field.tsx'
import type { ApiError } from '#web/platform/api.ts'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { joinText, membersText } from '#web/texts/members.ts'

export type Relation = { where: 'here' | 'elsewhere' | 'unknown'; organisationId: string; elsewhere: string }
export const blankRelation: Relation = { where: 'here', organisationId: '', elsewhere: '' }

/** As it is sent. */
export const relationIn = ({ where, organisationId, elsewhere }: Relation) => ({
  ...(where === 'here' && organisationId && { organisationId }),
  ...(where === 'elsewhere' && elsewhere.trim() && { elsewhere: elsewhere.trim() }),
})

type Props = { relation: Relation; onChange: (relation: Relation) => void; error: ApiError | null }

export function RelationFields({ relation, onChange, error }: Props) {
  const t = useText(membersText)
  const j = useText(joinText)
  const say = useProblem()
  const organisations = useEndpoint(listOrganisations, {})
  const party = organisations.data?.filter(({ kind }) => kind === 'partyOrganisation') ?? []
  const put = (part: Partial<Relation>) => onChange({ ...relation, ...part })
  return (
    <>
      <Choice<Relation['where']>
        label={j.where}
        value={relation.where}
        onChange={(where) => put({ where })}
        options={[
          { value: 'here', label: t.relationHere },
          { value: 'elsewhere', label: j.elsewhere },
          { value: 'unknown', label: j.unknown },
        ]}
      />
      {relation.where === 'here' && (
        <label className="dm-field">
          {j.which}
          <select
            className="select"
            value={relation.organisationId}
            onChange={({ target }) => put({ organisationId: target.value })}
          >
            <option value="">{t.choose}</option>
            {party.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {relation.where === 'elsewhere' && (
        <TextField
          label={j.elsewhereName}
          value={relation.elsewhere}
          onChange={(elsewhere) => put({ elsewhere })}
          maxLength={80}
          error={fieldError(error, 'elsewhere', say)}
        />
      )}
    </>
  )
}
