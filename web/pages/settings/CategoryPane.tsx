/** One category: limits with their sources first, then who sees it, what is asked, and where else to go. */
import type { CategoryView } from '#contracts/requests.ts'
import { Button } from '#web/components/Button.tsx'
import { Panel } from '#web/components/desk/Page.tsx'
import { Pill } from '#web/components/Pill.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { marks } from '#web/texts/marks.ts'
import { kindText } from '#web/texts/request.ts'
import { limitText, settingsText, UNITS, unitText } from '#web/texts/settings.ts'

export function CategoryPane({ category, onEdit }: { category: CategoryView; onEdit?: () => void }) {
  const t = useText(settingsText)
  const { list } = useText(marks)
  const lang = useLang() === 'en' ? 'en' : 'zh'
  const { name, nameEn, code, kinds, privacy, questions, signposts, elsewhere, active } = category
  const english = lang === 'en'
  return (
    <>
      <header className="cat-head">
        <h2>{english ? nameEn : name}</h2>
        {elsewhere && <Pill tone="due">{t.elsewhere}</Pill>}
        {!active && <Pill>{t.inactive}</Pill>}
        {onEdit && (
          <Button kind="soft" size="small" icon="pencil" onClick={onEdit}>
            {t.edit}
          </Button>
        )}
        <dl>
          <Fact word={t.kinds} value={kinds.map((kind) => kindText[lang][kind]).join(list)} />
          <Fact word={t.privacy} value={privacy === 'public' ? t.privacyPublic : t.privacyLimited} />
          <Fact word={t.english} value={english ? name : nameEn} />
          <Fact word={t.code} value={code} />
        </dl>
      </header>
      <Panel title={t.limits} note={t.limitsNote}>
        {elsewhere || category.limits.length === 0 ? (
          <p className="panel-none">{t.noLimits}</p>
        ) : (
          <Limits limits={category.limits} />
        )}
      </Panel>
      <Panel title={t.questions}>
        {questions.length === 0 && <p className="panel-none">{t.noQuestions}</p>}
        <ul className="cat-lines">
          {questions.map(({ key, words, wordsEn, required, choices }) => (
            <li key={key}>
              <b>{english ? wordsEn : words}</b>
              {required && <Pill tone="doing">{t.required}</Pill>}
              <span>{choices.map((choice) => (english ? choice.wordsEn : choice.words)).join(list)}</span>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t.signposts}>
        {signposts.length === 0 && <p className="panel-none">{t.noSignposts}</p>}
        <ul className="cat-lines">
          {signposts.map((post) => (
            <li key={post.code}>
              <b>{english ? post.nameEn : post.name}</b>
              {post.phone && <span className="cat-phone">{post.phone}</span>}
              <span>{english ? post.wordsEn : post.words}</span>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  )
}

function Limits({ limits }: { limits: CategoryView['limits'] }) {
  const t = useText(settingsText)
  const lang = useLang() === 'en' ? 'en' : 'zh'
  const unitOf = (unit: string) => {
    const known = UNITS.find((one) => one === unit)
    return known ? unitText[lang][known] : unit
  }
  return (
    <table className="grid-table">
      <thead>
        <tr>
          {[t.clock, t.amount, t.source].map((word) => (
            <th key={word} scope="col">
              {word}
            </th>
          ))}
          <th scope="col">
            <span className="vh">{t.own}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {limits.map(({ clock, amount, unit, source, own }) => (
          <tr key={clock}>
            <td>{limitText[lang][clock]}</td>
            <td className="cat-amount">
              <b>{amount}</b> {unitOf(unit)}
            </td>
            <td>{source}</td>
            <td>
              <Pill tone={own ? 'doing' : 'new'}>{own ? t.own : t.inherited}</Pill>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Fact = ({ word, value }: { word: string; value: string }) => (
  <div>
    <dt>{word}</dt>
    <dd>{value}</dd>
  </div>
)
