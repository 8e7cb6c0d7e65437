/** Print in five steps with what it looks like, colours, language. Print and language go with the person, colours with the device. */
import { updateMe } from '#contracts/accounts.ts'
import { Answers } from '#web/components/Answers.tsx'
import { AppFrame } from '#web/components/AppFrame.tsx'
import { Ask, Card } from '#web/components/Card.tsx'
import { Choice } from '#web/components/Choice.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import {
  choose,
  LANG_NAMES,
  LANGS,
  useSettings,
  type Lang,
  type PrintStep,
  type Settings,
} from '#web/platform/settings.ts'
import { printText } from '#web/texts/print.ts'
import { profileText } from '#web/texts/profile.ts'
import './Profile.css'

const STEPS: readonly PrintStep[] = [0, 1, 2, 3, 4, 5]
const THEMES = ['system', 'light', 'dark'] as const

export function SettingsPage() {
  const t = useText(profileText)
  const { sizes } = useText(printText)
  const { print, theme, lang } = useSettings()
  const save = useCommand(updateMe)
  const takePrint = (word: string) => {
    const step = STEPS.find((one) => String(one) === word) ?? 0
    choose({ print: step })
    save.send({ body: { largePrint: step } })
  }
  const takeLang = (next: Lang) => {
    choose({ lang: next })
    save.send({ body: { locale: next } })
  }
  return (
    <AppFrame title={t.settings} backTo="/me">
      <Card padded>
        <Choice
          label={t.print}
          hint={t.printNote}
          value={String(print)}
          onChange={takePrint}
          options={STEPS.map((step) => ({ value: String(step), label: sizes[step] }))}
        />
      </Card>
      <Preview />
      <Card padded className="profile-gap settings-rest">
        <Choice<Settings['theme']>
          label={t.theme}
          value={theme}
          onChange={(next) => choose({ theme: next })}
          options={THEMES.map((value) => ({ value, label: t.themes[value] }))}
        />
        <Choice<Lang>
          label={t.language}
          value={lang}
          onChange={takeLang}
          options={LANGS.map((value) => ({ value, label: LANG_NAMES[value] }))}
        />
        <p>{t.settingsKept}</p>
      </Card>
    </AppFrame>
  )
}

/** A card as it stands on the home page; its answers are a picture and take nothing. */
function Preview() {
  const t = useText(profileText)
  return (
    <section className="preview">
      <h2>{t.preview}</h2>
      <Card>
        <Ask title={t.previewTitle} note={t.previewNote}>
          <div aria-hidden="true">
            <Answers>
              <span className="btn btn-plain btn-main">{t.previewNo}</span>
              <span className="btn btn-accent btn-main">{t.previewYes}</span>
            </Answers>
          </div>
        </Ask>
      </Card>
    </section>
  )
}
