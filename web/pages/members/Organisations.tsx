/** The organisations round a home, nearest first, each with whom to ask and the number of its office. */
import { Card, SectionHead } from '#web/components/Card.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { Icon } from '#web/components/Icon.tsx'
import { Row } from '#web/components/Row.tsx'
import { useText } from '#web/platform/i18n.ts'
import { marks } from '#web/texts/marks.ts'
import { memberText } from '#web/texts/members.ts'
import type { Mine } from './mine.ts'

export function Organisations({ organisations }: Pick<Mine, 'organisations'>) {
  const t = useText(memberText)
  const { list } = useText(marks)
  if (organisations.length === 0)
    return <Empty mood="quiet" icon="people" title={t.noOrganisation} note={t.noOrganisationNote} />
  return (
    <>
      <SectionHead title={t.organisations} note={t.organisationsNote} />
      <Card>
        {organisations.map(({ id, name, placeName, ask, dutyPhone }) => (
          <Row
            key={id}
            icon="people"
            title={name}
            note={
              ask.length > 0 ? ask.map((one) => t.ask(one.title, one.name.replaceAll('*', '＊'))).join(list) : placeName
            }
            end={
              dutyPhone && (
                <a className="icon-btn" href={`tel:${dutyPhone}`} aria-label={t.call(dutyPhone)}>
                  <Icon name="phone" />
                </a>
              )
            }
          />
        ))}
      </Card>
    </>
  )
}
