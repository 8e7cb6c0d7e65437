/**
 * 看着像: what the words look like, as chips to choose from; all categories in a sheet. Nothing is chosen for the person:
 * a guess stays a guess until tapped. Then the category's own questions, and where else one can turn.
 */
import { useState, type ReactNode } from 'react'
import type { CategoryView } from '#contracts/requests.ts'
import { Card } from '#web/components/Card.tsx'
import { Choice } from '#web/components/Choice.tsx'
import { useText } from '#web/platform/i18n.ts'
import { reportText } from '#web/texts/report.ts'
import { CategorySheet } from './CategorySheet.tsx'
import { Questions } from './Questions.tsx'
import type { Report } from './report.ts'
import { Signposts } from './Signposts.tsx'
import type { useCategories } from './use-categories.ts'

const OTHER = 'other'
const MOST_CHIPS = 4

type Props = {
  report: Report
  onChange: (change: Partial<Report>) => void
  /** Codes, most likely first. */
  proposed: readonly string[]
  /** They were guessed from the words; else they are the usual ones. */
  guessed: boolean
  categories: ReturnType<typeof useCategories>
  error: string | undefined
  /** The words that are being written. */
  children: ReactNode
}

export function CategoryCard({ report, onChange, proposed, guessed, categories, error, children }: Props) {
  const t = useText(reportText)
  const [choosing, setChoosing] = useState(false)
  const chosen = categories.find(report.categoryCode)
  const chips = [...new Set([...(report.categoryCode ? [report.categoryCode] : []), ...proposed])]
    .flatMap((code) => categories.find(code) ?? [])
    .slice(0, MOST_CHIPS)
  const choose = (category: CategoryView | undefined) => {
    onChange({ categoryCode: category?.code, answers: {} })
    setChoosing(false)
  }
  return (
    <Card padded>
      {children}
      <div className="report-part">
        <Choice
          label={guessed ? t.looksLike : t.category}
          optional={!guessed}
          value={report.categoryCode}
          error={error}
          onChange={(code) => (code === OTHER ? setChoosing(true) : choose(categories.find(code)))}
          options={[
            ...chips.map((category) => ({ value: category.code, label: categories.nameOf(category) })),
            { value: OTHER, label: chips.length > 0 ? t.otherCategory : t.allCategories },
          ]}
        />
      </div>
      {chosen && !chosen.elsewhere && (
        <>
          <Questions
            questions={chosen.questions}
            answers={report.answers}
            onChange={(answers) => onChange({ answers })}
          />
          {chosen.signposts.length > 0 && <Signposts category={chosen} />}
        </>
      )}
      <CategorySheet
        open={choosing}
        onClose={() => setChoosing(false)}
        categories={categories}
        value={report.categoryCode}
        onChoose={choose}
      />
    </Card>
  )
}
