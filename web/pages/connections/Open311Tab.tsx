/** Where others find this district by Open311, and how each category is offered to them. */
import { listOpen311Services, OFFERED, setOpen311Service, type OfferedService } from '#contracts/open311.ts'
import { Panel } from '#web/components/desk/Page.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useRight } from '#web/platform/me.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { connectionsText } from '#web/texts/connections.ts'

export function Open311Tab() {
  const t = useText(connectionsText)
  const offered = useEndpoint(listOpen311Services, {})
  return (
    <Panel title={t.tab.open311}>
      <Loaded query={offered}>
        {({ endpointUrl, discoveryUrl, jurisdictionId, services }) => (
          <>
            <dl className="con-facts">
              <dt>{t.address}</dt>
              <dd>
                <code>{endpointUrl}</code>
              </dd>
              <dt>{t.discovery}</dt>
              <dd>
                <a href={discoveryUrl}>{discoveryUrl}</a>
              </dd>
              <dt>{t.jurisdiction}</dt>
              <dd>
                <code>{jurisdictionId}</code>
              </dd>
            </dl>
            <table className="con-services">
              <thead>
                <tr>
                  <th>{t.category}</th>
                  <th>{t.asks}</th>
                  <th>{t.offered}</th>
                </tr>
              </thead>
              <tbody>
                {services.map((service) => (
                  <Service key={service.code} service={service} />
                ))}
              </tbody>
            </table>
          </>
        )}
      </Loaded>
    </Panel>
  )
}

function Service({ service }: { service: OfferedService }) {
  const t = useText(connectionsText)
  const english = useLang() === 'en'
  const manages = useRight('connections.manage')
  const save = useCommand(setOpen311Service, { onDone: () => toast(t.saved) })
  const { code, name, nameEn, group, groupEn, limited, offered, questionCount, attributes } = service
  // A limited category is a black box or not offered: it is never listed
  const choices = OFFERED.filter((one) => !limited || one === 'blackbox' || one === 'no')
  const words = english ? nameEn : name
  return (
    <tr>
      <td>
        <b>{words}</b> <span>{english ? groupEn : group}</span> {limited && <em>{t.limited}</em>}
      </td>
      <td>{t.asked(questionCount + attributes.length)}</td>
      <td>
        <select
          className="select"
          aria-label={`${t.offered} ${words}`}
          value={offered}
          disabled={!manages || save.busy}
          onChange={({ target }) => {
            const chosen = choices.find((one) => one === target.value)
            if (chosen) save.send({ params: { code }, body: { offered: chosen } })
          }}
        >
          {choices.map((one) => (
            <option key={one} value={one}>
              {t.offeredWords[one]}
            </option>
          ))}
        </select>
      </td>
    </tr>
  )
}
