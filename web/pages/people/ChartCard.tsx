/** One organisation of the chart: its name and kind, its posts with their holders, and the knob that opens what hangs from it. */
import type { ChartNode } from '#contracts/organisations.ts'
import { useText } from '#web/platform/i18n.ts'
import { organisationsText } from '#web/texts/organisations.ts'
import { useOrganisationWords } from './organisation-words.ts'

const TONES = {
  partyOrganisation: 'party', community: 'community', propertyCompany: 'property', ownersCommittee: 'owners', managementCommittee: 'owners',
} as const // prettier-ignore

type ChartCardProps = { node: ChartNode; below: number; open: boolean; hit: boolean; onToggle: () => void }

export function ChartCard({ node, below, open, hit, onToggle }: ChartCardProps) {
  const t = useText(organisationsText)
  const { wordOf } = useOrganisationWords()
  const tone = node.kind in TONES ? TONES[node.kind as keyof typeof TONES] : 'other' // looked up just before
  return (
    <div className="oc-card" data-tone={tone} data-hit={hit} id={`oc-${node.id}`}>
      <b>{node.name}</b>
      <small>
        {wordOf(node)} · {node.placeName}
      </small>
      {node.posts.map(({ title, holders, holderCount }, at) => (
        <p key={at}>
          {title}{' '}
          {holderCount === 0 ? (
            <span className="pp-vacant">{t.vacant}</span>
          ) : holders.length === 0 ? (
            t.held(holderCount)
          ) : (
            holders
              .map(({ name, deputy }) => `${name.replaceAll('*', '＊')}${deputy ? `（${t.deputy}）` : ''}`)
              .join('、')
          )}
        </p>
      ))}
      {below > 0 && (
        <button
          type="button"
          className="oc-knob"
          aria-expanded={open}
          aria-label={open ? t.shut(node.name) : t.open(node.name)}
          onClick={onToggle}
        >
          {open ? '−' : below}
        </button>
      )}
    </div>
  )
}
