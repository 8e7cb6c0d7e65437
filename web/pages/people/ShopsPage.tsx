/** On the phone: what the shops, companies and units around my home have pledged, in their own words, and their duty phone. */
import { listPledges } from '#contracts/organisations.ts'
import { AppFrame } from '#web/components/AppFrame.tsx'
import { Button } from '#web/components/Button.tsx'
import { Card, Facts } from '#web/components/Card.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { organisationsText } from '#web/texts/organisations.ts'
import { organisationKindText } from '#web/texts/people.ts'
import './shops.css'

export function ShopsPage() {
  const t = useText(organisationsText)
  const kinds = organisationKindText[useLang() === 'en' ? 'en' : 'zh']
  const boards = useEndpoint(listPledges, {})
  return (
    <AppFrame title={t.shops} backTo="/me">
      <Loaded query={boards}>
        {(rows) => (
          <>
            {rows.length === 0 ? (
              <Empty mood="quiet" icon="badge" title={t.noShops} note={t.noShopsNote} />
            ) : (
              <p className="shop-note">{t.shopsNote}</p>
            )}
            {rows.map(({ id, kind, name, placeName, duties, pledges, dutyPhone }) => (
              <Card key={id} padded label={name} className="shop">
                <h2>{name}</h2>
                <p className="shop-facts">
                  <Facts items={[kinds[kind], placeName]} />
                </p>
                {duties && <p>{duties}</p>}
                <ul>
                  {pledges.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
                {dutyPhone && (
                  <Button kind="soft" icon="phone" href={`tel:${dutyPhone}`}>
                    {t.call(dutyPhone)}
                  </Button>
                )}
              </Card>
            ))}
          </>
        )}
      </Loaded>
    </AppFrame>
  )
}
