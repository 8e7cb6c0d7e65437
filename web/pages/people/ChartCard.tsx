/** One organisation of the chart: its name and kind, its posts with their holders, and the knob that opens what hangs from it. */
import type { ChartNode } from '#contracts/organisations.ts'
import type { PostKind } from '#contracts/rights.ts'
import { useText } from '#web/platform/i18n.ts'
import { marks } from '#web/texts/marks.ts'
import { organisationsText } from '#web/texts/organisations.ts'
import { useOrganisationWords } from './organisation-words.ts'

const TONES = {
  partyOrganisation: 'party', community: 'community', propertyCompany: 'property', ownersCommittee: 'owners', managementCommittee: 'owners',
} as const // prettier-ignore

const MOST_NAMED = 9 // as on the server: chart.ts
const MOST_POSTS = 6 // the list of posts names them all

/** Posts of one title (five 网格员) are one line; whoever leads stands first. */
function byTitle(posts: ChartNode['posts']): ChartNode['posts'] {
  const lines = new Map<string, ChartNode['posts'][number]>()
  for (const post of posts) {
    const line = lines.get(post.title)
    const both = line && {
      ...line,
      holders: [...line.holders, ...post.holders],
      holderCount: line.holderCount + post.holderCount,
    }
    lines.set(post.title, both ?? post)
  }
  return [...lines.values()].sort((a, b) => Number(LEADS.includes(b.kind)) - Number(LEADS.includes(a.kind)))
}
const LEADS: readonly PostKind[] = ['compoundSecretary', 'branchSecretary', 'committeeChair', 'groupLead', 'gridLead']

type ChartCardProps = { node: ChartNode; below: number; open: boolean; hit: boolean; onToggle: () => void }

export function ChartCard({ node, below, open, hit, onToggle }: ChartCardProps) {
  const t = useText(organisationsText)
  const { bracketed, list } = useText(marks)
  const { wordOf } = useOrganisationWords()
  const tone = node.kind in TONES ? TONES[node.kind as keyof typeof TONES] : 'other' // looked up just before
  const posts = byTitle(node.posts)
  const shown = posts.length > MOST_POSTS ? posts.slice(0, MOST_POSTS - 1) : posts
  return (
    <div className="oc-card" data-tone={tone} data-hit={hit} id={`oc-${node.id}`}>
      <b>{node.name}</b>
      <small>
        {wordOf(node)} · {node.placeName}
      </small>
      {shown.map(({ title, holders, holderCount }) => (
        <p key={title}>
          {title}{' '}
          {holderCount === 0 ? (
            <span className="pp-vacant">{t.vacant}</span>
          ) : holders.length === 0 || holderCount > MOST_NAMED ? (
            t.held(holderCount)
          ) : (
            holders
              .map(({ name, deputy }) => `${name.replaceAll('*', '＊')}${deputy ? bracketed(t.deputy) : ''}`)
              .join(list)
          )}
        </p>
      ))}
      {posts.length > shown.length && <p>{t.morePosts(posts.length - shown.length)}</p>}
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
