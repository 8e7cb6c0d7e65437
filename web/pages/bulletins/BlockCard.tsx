/** One block under the writer's hands: its words, what of it is shown, up, down, away. Figures are not written by hand. */
import { BLOCK_WORDS } from '#contracts/bulletin-words.ts'
import { WRITTEN_BLOCKS, type Block, type DraftView } from '#contracts/bulletins.ts'
import { TextArea, TextField } from '#web/components/Field.tsx'
import { Icon, type IconName } from '#web/components/Icon.tsx'
import { useText } from '#web/platform/i18n.ts'
import { bulletinText } from '#web/texts/bulletins.ts'
import { hasContent, photoSrc } from './paper-data.ts'
import { useSaid } from './said.ts'

export type BlockCardProps = {
  block: Block
  draft: DraftView
  onChange: (next: Block) => void
  /** Undefined at the end of the list. */
  onUp?: () => void
  onDown?: () => void
  onRemove: () => void
}

export function BlockCard({ block, draft, onChange, onUp, onDown, onRemove }: BlockCardProps) {
  const t = useText(bulletinText)
  const said = useSaid()
  const { kind, text } = block
  const written = (WRITTEN_BLOCKS as readonly string[]).includes(kind)
  const set = (value: string) => onChange({ ...block, text: value })
  return (
    <li className="bl-block" data-block={kind}>
      <header>
        <b>{t.blocks[kind]}</b>
        {!written && !hasContent(block, draft.material) && <span>{t.nothingIn}</span>}
        <Tool name="chevron-up" label={t.up} onClick={onUp} />
        <Tool name="chevron-down" label={t.down} onClick={onDown} />
        <Tool name="trash" label={t.remove} onClick={onRemove} />
      </header>
      {kind === 'text' || kind === 'notice' ? (
        <TextArea hideLabel label={t.blocks[kind]} value={text} onChange={set} rows={3} maxLength={4000} placeholder={t.emptyText} />
      ) : (
        <TextField hideLabel label={kind === 'heading' ? t.blocks.heading : t.headingOf} value={text} onChange={set} maxLength={80} placeholder={kind === 'heading' ? '' : said(BLOCK_WORDS[kind])} />
      )}
      {kind === 'solved' && draft.material.solved.length > 0 && <Choice block={block} draft={draft} onChange={onChange} />}
    </li>
  )
} // prettier-ignore

function Choice({ block, draft, onChange }: Pick<BlockCardProps, 'block' | 'draft' | 'onChange'>) {
  const t = useText(bulletinText)
  const turn = (id: string, out: boolean) =>
    onChange({ ...block, leftOut: out ? [...block.leftOut, id] : block.leftOut.filter((one) => one !== id) })
  return (
    <fieldset className="bl-choice">
      <legend>{t.shownPhotos}</legend>
      {draft.material.solved.map(({ id, title, after }) => {
        const out = block.leftOut.includes(id)
        return (
          <label key={id} data-out={out}>
            <input type="checkbox" checked={!out} onChange={() => turn(id, !out)} />
            <img src={photoSrc(draft.id, after.id, 'thumb')} alt="" style={{ backgroundColor: after.averageColour }} />
            <span>{title}</span>
          </label>
        )
      })}
    </fieldset>
  )
}

const Tool = ({ name, label, onClick }: { name: IconName; label: string; onClick: (() => void) | undefined }) => (
  <button type="button" className="tb" aria-label={label} title={label} aria-disabled={!onClick} onClick={onClick}>
    <Icon name={name} size={16} />
  </button>
)
