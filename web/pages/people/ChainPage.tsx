/** The chain of responsibility: its levels from the top down, taken from a ready pattern or set by hand. */
import { useState } from 'react'
import {
  CHAIN_PLACE_LEVELS,
  ORGANISATION_FORMS,
  readChain,
  saveChain,
  type ChainLevel,
} from '#contracts/organisations.ts'
import { POST_KINDS, type PostKind } from '#contracts/rights.ts'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { Allowed } from '#web/components/desk/Allowed.tsx'
import { Button } from '#web/components/Button.tsx'
import { Panel } from '#web/components/desk/Page.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { organisationsText } from '#web/texts/organisations.ts'
import { peopleText } from '#web/texts/people.ts'
import { ChainLevelCard } from './ChainLevelCard.tsx'
import { PeopleFrame } from './PeopleFrame.tsx'

/** Kinds that may answer for a place: contracts/organisations.ts, and chain.ts on the server. */
const ANSWERING = POST_KINDS.filter(
  (kind): kind is PostKind => !(['member', 'volunteer', 'auditor', 'operator'] as readonly PostKind[]).includes(kind),
)
const BLANK: ChainLevel = { name: '', nameEn: '', placeLevel: 'building', gridLevel: null, postKinds: [], forms: [] }

export function ChainPage() {
  const t = useText(peopleText)
  return (
    <Allowed right="registers.view" title={t.title}>
      <LoadedChain />
    </Allowed>
  )
}

/** Asked for only by who may see it. */
function LoadedChain() {
  const chain = useEndpoint(readChain, {})
  return <Loaded query={chain}>{(loaded) => <Chain chain={loaded} />}</Loaded>
}

function Chain({ chain }: { chain: ReplyOf<typeof readChain> }) {
  const t = useText(organisationsText)
  const say = useProblem()
  const [levels, setLevels] = useState<readonly ChainLevel[]>(chain.levels)
  const [changed, setChanged] = useState(false)
  const set = (next: readonly ChainLevel[]) => (setLevels(next), setChanged(true))
  const save = useCommand(saveChain, {
    changes: ['chain', 'places'],
    onDone: () => (toast(t.chainSaved), setChanged(false)),
  })
  const ready = levels.every(
    ({ name, nameEn, postKinds, forms }) => name.trim() && nameEn.trim() && postKinds.length + forms.length > 0,
  )
  const swap = (at: number, by: number) => {
    const [one, other] = [levels[at], levels[at + by]]
    if (one && other) set(levels.map((level, n) => (n === at ? other : n === at + by ? one : level)))
  }
  const own = chain.own || changed
  return (
    <PeopleFrame
      tools={
        chain.mayChange && (
          <>
            {chain.patterns.map(({ pattern, levels: given }) => (
              <Button key={pattern} kind="soft" size="small" onClick={() => set(given)}>
                {pattern === 'four' ? t.patternFour : t.patternSeven}
              </Button>
            ))}
            <Button
              kind="accent"
              busy={save.busy && t.saving}
              blocked={!ready && t.fillChain}
              onClick={() => save.send({ body: { levels: [...levels] } })}
            >
              {t.save}
            </Button>
          </>
        )
      }
    >
      <Panel title={t.chain} note={own ? (changed ? t.notSaved : t.chainNote) : t.notOwn}>
        {save.error && <p className="field-error">{say(save.error)}</p>}
        <ol className="pp-levels">
          {levels.map((level, at) => (
            <ChainLevelCard
              key={at}
              number={at + 1}
              level={level}
              choices={{ postKinds: ANSWERING, forms: ORGANISATION_FORMS, places: CHAIN_PLACE_LEVELS }}
              {...(chain.mayChange && {
                onChange: (next: ChainLevel) => set(levels.map((one, n) => (n === at ? next : one))),
                onRemove: () => set(levels.filter((_, n) => n !== at)),
                onMove: (by: number) => swap(at, by),
              })}
            />
          ))}
        </ol>
        {chain.mayChange && (
          <Button kind="quiet" icon="plus" onClick={() => set([...levels, BLANK])}>
            {t.addLevel}
          </Button>
        )}
      </Panel>
    </PeopleFrame>
  )
}
