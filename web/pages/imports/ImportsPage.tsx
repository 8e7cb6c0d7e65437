/** Where files come in, and what became of those before. */
import { Link, useNavigate } from '@tanstack/react-router'
import { downloadTemplate, IMPORT_KINDS, listImports } from '#contracts/imports.ts'
import { Allowed } from '#web/components/desk/Allowed.tsx'
import { Page, Panel } from '#web/components/desk/Page.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { Icon } from '#web/components/Icon.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Pill } from '#web/components/Pill.tsx'
import { pathOf } from '#web/platform/api.ts'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { useSearchWord } from '#web/platform/route.ts'
import { useTime } from '#web/platform/time.ts'
import { importKindText, importStatusText, importsText } from '#web/texts/imports.ts'
import { marks } from '#web/texts/marks.ts'
import { DropFile } from './DropFile.tsx'
import { toneOf } from './standing.ts'
import './imports.css'

export function ImportsPage() {
  const t = useText(importsText)
  return (
    <Allowed right="imports.run" title={t.title}>
      <Imports />
    </Allowed>
  )
}

/** A roster is of no use by itself. */
const TEMPLATES = IMPORT_KINDS.filter((kind) => kind !== 'roster')

function Imports() {
  const t = useText(importsText)
  const { comma } = useText(marks)
  const lang = useLang() === 'en' ? 'en' : 'zh'
  const { dayTime } = useTime()
  const navigate = useNavigate()
  const asked = useSearchWord('kind')
  const kind = IMPORT_KINDS.find((one) => one === asked)
  const imports = useEndpoint(listImports, {}, { refetchInterval: 10_000 })
  return (
    <Page title={t.title}>
      <DropFile
        placeId={useSearchWord('placeId')}
        kind={kind}
        onDone={(id) => void navigate({ to: `/import/${id}` })}
      />
      <div className="imp-templates">
        <span>{t.templates}</span>
        {TEMPLATES.map((one) => (
          <a key={one} className="chip" href={pathOf(downloadTemplate.path, { kind: one })} download>
            <Icon name="download" size={16} />
            {importKindText[lang][one]}
          </a>
        ))}
      </div>
      <Panel title={t.past}>
        <Loaded query={imports}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty mood="quiet" icon="upload" title={t.none} note={t.noneHint} />
            ) : (
              <ul className="imp-list">
                {rows.map((one) => (
                  <li key={one.id}>
                    <Link to={`/import/${one.id}`}>
                      <Icon name="document" size={20} />
                      <span className="imp-what">
                        <b>{one.fileName}</b>
                        <span>
                          {[
                            one.placeName,
                            one.kinds.map((word) => importKindText[lang][word]).join(' · '),
                            !one.mine && t.colleague,
                          ]
                            .filter(Boolean)
                            .join(comma)}
                        </span>
                      </span>
                      <span className="imp-count">
                        {one.status === 'done' ? t.entered(one.goodCount) : one.rowCount > 0 && t.rows(one.rowCount)}
                        {one.badCount > 0 && <em>{t.wrong(one.badCount)}</em>}
                      </span>
                      <time dateTime={one.createdAt}>{dayTime(one.createdAt)}</time>
                      <Pill tone={toneOf(one.status)}>{importStatusText[lang][one.status]}</Pill>
                    </Link>
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </Panel>
    </Page>
  )
}
