/** Where else one can turn, each with its telephone: the whole answer where a category is not the community's. */
import type { CategoryView } from '#contracts/requests.ts'
import { Button } from '#web/components/Button.tsx'
import { Row } from '#web/components/Row.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { reportText } from '#web/texts/report.ts'

export function Signposts({ category }: { category: CategoryView }) {
  const t = useText(reportText)
  const english = useLang() === 'en'
  return (
    <div className="signposts">
      {!category.elsewhere && <p>{t.alsoCall}</p>}
      {category.signposts.map(({ code, name, nameEn, words, wordsEn, phone }) => (
        <Row
          key={code}
          icon={phone ? 'phone' : 'info'}
          title={english ? nameEn : name}
          note={english ? wordsEn : words}
          end={
            phone && (
              <Button kind="soft" size="small" href={`tel:${phone}`}>
                {t.call(phone)}
              </Button>
            )
          }
        />
      ))}
    </div>
  )
}
