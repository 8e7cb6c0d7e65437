/** Its category: what it looks like first, any other by name; and the questions that the category asks. */
import { useId } from 'react'
import { TreeSelect } from 'antd'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { listCategories, type proposeIntake } from '#contracts/requests.ts'
import { Choice } from '#web/components/Choice.tsx'
import { TextField } from '#web/components/Field.tsx'
import { Icon } from '#web/components/Icon.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { intakeText } from '#web/texts/intake.ts'
import { marks } from '#web/texts/marks.ts'
import { categoryTree } from './category-tree.ts'
import type { Intake } from './intake.ts'

type Props = {
  intake: Intake
  onChange: (change: Partial<Intake>) => void
  proposals: ReplyOf<typeof proposeIntake>['categories']
  error: string | undefined
}

export function IntakeCategory({ intake, onChange, proposals, error }: Props) {
  const t = useText(intakeText)
  const { colon } = useText(marks)
  const lang = useLang()
  const id = useId()
  const { data: categories = [] } = useEndpoint(listCategories, {})
  const chosen = categories.find(({ code }) => code === intake.categoryCode)
  const forced = chosen?.privacy === 'limited'
  const choose = (categoryCode?: string) => onChange({ categoryCode, answers: {} })
  return (
    <section className="intake-cat" aria-label={t.category}>
      {proposals.length > 0 ? (
        <Choice
          label={t.likely}
          value={intake.categoryCode}
          onChange={choose}
          options={proposals.map(({ code, name }) => ({ value: code, label: name }))}
        />
      ) : (
        <p className="intake-note">{t.noGuess}</p>
      )}
      <div className="field">
        <label htmlFor={id}>{proposals.length > 0 ? t.otherCategory : t.category}</label>
        <TreeSelect
          id={id}
          className="intake-tree"
          size="large"
          allowClear
          showSearch={{ treeNodeFilterProp: 'title' }}
          value={intake.categoryCode}
          placeholder={t.otherCategory}
          treeData={categoryTree(categories, lang)}
          onChange={(code?: string) => choose(code)}
        />
        {error && (
          <p className="field-error" role="alert">
            <Icon name="alert" size={16} />
            {error}
          </p>
        )}
      </div>
      {chosen?.elsewhere && (
        <p role="status" className="intake-warn">
          {t.elsewhere}
          {colon}
          {chosen.signposts.map(({ words, wordsEn }) => (lang === 'en' ? wordsEn : words)).join('')}
        </p>
      )}
      {chosen?.questions.map(({ key, words, wordsEn, type, choices, required }) => {
        const label = lang === 'en' ? wordsEn : words
        const answer = (value: string) => onChange({ answers: { ...intake.answers, [words]: value } })
        return type === 'choice' ? (
          <Choice
            key={key}
            label={label}
            optional={!required}
            value={choices.find((one) => one.words === intake.answers[words])?.code}
            onChange={(code) => answer(choices.find((one) => one.code === code)?.words ?? '')}
            options={choices.map((one) => ({ value: one.code, label: lang === 'en' ? one.wordsEn : one.words }))}
          />
        ) : (
          <TextField
            key={key}
            label={label}
            optional={!required}
            inputMode={type === 'number' ? 'decimal' : 'text'}
            maxLength={500}
            value={intake.answers[words] ?? ''}
            onChange={answer}
          />
        )
      })}
      <label className="intake-check">
        <input
          type="checkbox"
          checked={forced || intake.limited}
          disabled={forced}
          onChange={(event) => onChange({ limited: event.target.checked })}
        />
        {t.limited}
        {forced && <small>{t.limitedForced}</small>}
      </label>
    </section>
  )
}
