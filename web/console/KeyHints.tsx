/** The foot of the desk: the keys of this page, and the help with all of them. */
import { useState } from 'react'
import { Modal } from 'antd'
import { useText } from '#web/platform/i18n.ts'
import { deskText } from '#web/texts/desk.ts'
import { Kbd } from '#web/components/desk/Kbd.tsx'
import { useAllShortcuts, useShortcuts, type KeyGroup, type Shortcut } from '#web/components/desk/shortcuts.ts'

const GROUPS: readonly KeyGroup[] = ['list', 'request', 'dispatch', 'intake', 'anywhere']

export function KeyHints() {
  const t = useText(deskText)
  const [open, setOpen] = useState(false)
  const all = useAllShortcuts()
  useShortcuts([{ keys: '?', words: t.keys, group: 'anywhere', run: () => setOpen(true) }])
  return (
    <div className="hints">
      {hintsOf(all).map(([words, keys]) => (
        <span key={words}>
          {keys.map((one) => (
            <Kbd key={one} keys={one} />
          ))}
          {words}
        </span>
      ))}
      <button type="button" onClick={() => setOpen(true)}>
        <Kbd keys="?" />
        {t.keys}
      </button>
      <Modal open={open} onCancel={() => setOpen(false)} title={t.keysTitle} footer={null} width={640}>
        <p className="keys-note">{t.keysNote}</p>
        <div className="keys">
          {GROUPS.map((group) => (
            <Group key={group} title={t.group[group]} shortcuts={all.filter((one) => one.group === group)} />
          ))}
        </div>
      </Modal>
    </div>
  )
}

function Group({ title, shortcuts }: { title: string; shortcuts: readonly Shortcut[] }) {
  if (shortcuts.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {shortcuts.map(({ keys, words }) => (
          <div key={keys}>
            <dt>
              <Kbd keys={keys} />
              <span className="vh">{keys}</span>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** J and K share one hint; each hint once, in the order of the list. */
function hintsOf(all: readonly Shortcut[]): [string, string[]][] {
  const hints = new Map<string, string[]>()
  for (const { hint, keys } of all) if (hint) hints.set(hint, [...(hints.get(hint) ?? []), keys])
  return [...hints]
}
