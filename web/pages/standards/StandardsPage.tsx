/** Every standard with rule, source, weight and the numbers that count here. The operator changes them, with a reason. */
import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { listStandards, type StandardView } from '#contracts/standards.ts'
import { Facts } from '#web/components/Card.tsx'
import { Allowed } from '#web/components/desk/Allowed.tsx'
import { Page, Panel } from '#web/components/desk/Page.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Pill } from '#web/components/Pill.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useRight } from '#web/platform/me.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { marks } from '#web/texts/marks.ts'
import { standardsText } from '#web/texts/standards.ts'
import { StandardSheet } from './StandardSheet.tsx'
import './standards.css'

export function StandardsPage() {
  const t = useText(standardsText)
  return (
    <Allowed right="standards.view" title={t.setTitle}>
      <Standards />
    </Allowed>
  )
}

const TONES = { must: 'late', should: 'due', advise: 'new', information: 'ladder' } as const

function Standards() {
  const t = useText(standardsText)
  const standards = useEndpoint(listStandards, {})
  const [editing, edit] = useState<StandardView>()
  return (
    <Page
      title={t.setTitle}
      note={standards.data && t.setNote(standards.data.length)}
      tools={
        <Link to="/checkup" className="text-btn">
          {t.title}
        </Link>
      }
    >
      <Loaded query={standards}>
        {(all) => (
          <Panel title={t.standardWord}>
            <table className="grid-table st-table">
              <thead>
                <tr>
                  <th scope="col">{t.standardWord}</th>
                  <th scope="col">{t.ruleOf}</th>
                  <th scope="col">{t.parameters}</th>
                  <th scope="col" />
                </tr>
              </thead>
              <tbody>
                {all.map((one) => (
                  <Row key={one.id} standard={one} onEdit={() => edit(one)} />
                ))}
              </tbody>
            </table>
          </Panel>
        )}
      </Loaded>
      {editing && <StandardSheet key={editing.id} standard={editing} onClose={() => edit(undefined)} />}
    </Page>
  )
}

function Row({ standard, onEdit }: { standard: StandardView; onEdit: () => void }) {
  const t = useText(standardsText)
  const { comma, list } = useText(marks)
  const shown = (value: number | string[]) => (Array.isArray(value) ? value.join(list) : String(value))
  const english = useLang() === 'en'
  const manages = useRight('settings.manage')
  const { severity, off, title, titleEn, text, textEn, source, sourceEn, mark, rule, parameters, reason } = standard
  return (
    <tr data-off={off}>
      <td>
        <b>{english ? titleEn : title}</b>
        <small>
          <Pill tone={off ? 'new' : TONES[severity]}>{off ? t.off : t.severity[severity]}</Pill>
        </small>
      </td>
      <td>
        {english ? textEn : text}
        <small>
          <Facts items={[english ? sourceEn : source, t.marks[mark], rule]} />
        </small>
      </td>
      <td>
        {parameters.map(({ key, name, nameEn, value, standard: usual }) => (
          <div key={key}>
            {english ? nameEn : name} <b>{shown(value)}</b>
            {shown(value) !== shown(usual) && <small>{t.usual(shown(usual))}</small>}
          </div>
        ))}
        {reason && <small>{reason}</small>}
      </td>
      <td className="st-edit">
        {manages && (
          <button
            type="button"
            className="text-btn"
            onClick={onEdit}
            aria-label={`${t.edit}${comma}${english ? titleEn : title}`}
          >
            {t.edit}
          </button>
        )}
      </td>
    </tr>
  )
}
