/**
 * The two or three things that whoever handles this category always has to ask. Answers go out in the words of the
 * category tree, Chinese, whichever language they were read in: those who handle it read Chinese.
 */
import type { CategoryView } from '#contracts/requests.ts'
import { Choice } from '#web/components/Choice.tsx'
import { TextField } from '#web/components/Field.tsx'
import { useLang } from '#web/platform/i18n.ts'
import type { Report } from './report.ts'

type Props = {
  questions: CategoryView['questions']
  answers: Report['answers']
  onChange: (answers: Report['answers']) => void
}

export function Questions({ questions, answers, onChange }: Props) {
  const english = useLang() === 'en'
  const wordsOf = (one: { words: string; wordsEn: string }) => (english ? one.wordsEn : one.words)
  return questions.map((question) => {
    const { words } = question
    const answer = (said: string) => onChange({ ...answers, [words]: said })
    return (
      <div key={question.key} className="report-part">
        {question.type === 'choice' ? (
          <Choice
            label={wordsOf(question)}
            optional={!question.required}
            value={answers[words]}
            onChange={answer}
            options={question.choices.map((choice) => ({ value: choice.words, label: wordsOf(choice) }))}
          />
        ) : (
          <TextField
            label={wordsOf(question)}
            optional={!question.required}
            value={answers[words] ?? ''}
            onChange={answer}
            maxLength={500}
            {...(question.type === 'number' && { inputMode: 'numeric' })}
          />
        )}
      </div>
    )
  })
}
