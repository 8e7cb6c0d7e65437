/** Who sits here and in what capacity; theme, print and language of this device; the way out. */
import { Dropdown } from 'antd'
import { useNavigate } from '@tanstack/react-router'
import { signOut, type Me } from '#contracts/accounts.ts'
import { Icon, type IconName } from '#web/components/Icon.tsx'
import { useText } from '#web/platform/i18n.ts'
import { forgetPerson } from '#web/platform/offline.ts'
import { useCommand } from '#web/platform/query.ts'
import { choose, LANG_NAMES, LANGS, useSettings, type PrintStep } from '#web/platform/settings.ts'
import { deskText } from '#web/texts/desk.ts'
import { marks } from '#web/texts/marks.ts'

const THEMES = ['system', 'light', 'dark'] as const
const PRINTS = { ordinary: 0, large: 1, larger: 3 } as const satisfies Record<string, PrintStep>

export function MeMenu({ me }: { me: Me }) {
  const t = useText(deskText)
  const { colon } = useText(marks)
  const { theme, print, lang } = useSettings()
  const navigate = useNavigate()
  const out = useCommand(signOut, {
    changes: [],
    onDone: () => void forgetPerson().then(() => navigate({ to: '/sign-in' })),
  })
  const [first] = me.capacities
  const more = me.capacities.length - 1
  const items = [
    group(
      'theme',
      t.theme,
      'sun',
      THEMES.map((one) => option(t.themes[one], theme === one, () => choose({ theme: one }))),
    ),
    group(
      'print',
      t.print,
      'text-size',
      (['ordinary', 'large', 'larger'] as const).map((one) =>
        option(t.prints[one], print === PRINTS[one], () => choose({ print: PRINTS[one] })),
      ),
    ),
    group(
      'lang',
      t.language,
      'globe',
      LANGS.map((one) => option(LANG_NAMES[one], lang === one, () => choose({ lang: one }))),
    ),
    { type: 'divider' as const },
    { key: 'phone', icon: <Icon name="phone" size={18} />, label: <a href="/">{t.phonePage}</a> },
    { key: 'out', icon: <Icon name="logout" size={18} />, label: t.signOut, onClick: () => out.send({}) },
  ]
  return (
    <div className="side-me">
      <Dropdown trigger={['click']} placement="topLeft" menu={{ items }}>
        <button
          type="button"
          className="side-link side-who"
          aria-label={`${t.me}${colon}${me.name} ${first?.title ?? ''}`}
        >
          <i className="av" aria-hidden="true">
            {me.name.slice(0, 1)}
          </i>
          <span>
            {me.name}
            {first && <span>{more > 0 ? t.posts(first.title, more) : first.title}</span>}
          </span>
        </button>
      </Dropdown>
    </div>
  )
}

type Item = { key: string; label: string; icon?: React.ReactNode; onClick: () => void }
const option = (label: string, chosen: boolean, onClick: () => void): Item => ({
  key: label,
  label,
  icon: chosen ? <Icon name="check" size={16} /> : <span className="ic" style={{ width: 16 }} />,
  onClick,
})
const group = (key: string, label: string, icon: IconName, children: Item[]) => ({
  key,
  label,
  icon: <Icon name={icon} size={18} />,
  children,
})
