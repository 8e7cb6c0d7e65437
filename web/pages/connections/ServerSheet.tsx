/** How a GeoReport server is connected: address and key, who stands for it, which words of theirs are which of ours. */
import { useState } from 'react'
import { changePeer, makePeer, PEER_MEANINGS, type PeerMeaning, type PeerView } from '#contracts/federation.ts'
import { Button } from '#web/components/Button.tsx'
import { Choices } from '#web/components/Choice.tsx'
import { OrganisationPick } from '#web/components/desk/OrganisationPick.tsx'
import { PlacePick, type PickedPlace } from '#web/components/desk/PlacePick.tsx'
import { fieldError, TextArea, TextField } from '#web/components/Field.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { exchangeText } from '#web/texts/exchange.ts'
import { marks } from '#web/texts/marks.ts'

const DOES = ['pulls', 'pushes', 'photos'] as const
type Does = (typeof DOES)[number]

export function ServerSheet({ peer, onClose }: { peer: PeerView | undefined; onClose: () => void }) {
  const t = useText(exchangeText)
  const { list } = useText(marks)
  const say = useProblem()
  const [name, setName] = useState(peer?.name ?? '')
  const [url, setUrl] = useState(peer?.url ?? 'https://')
  const [jurisdiction, setJurisdiction] = useState(peer?.jurisdiction ?? '')
  const [key, setKey] = useState('')
  const [organisationId, setOrganisation] = useState<string | null>(peer?.organisationId ?? null)
  const [place, setPlace] = useState<PickedPlace | undefined>(peer && { id: peer.placeId, name: peer.placeName })
  const [does, setDoes] = useState<readonly Does[]>(peer ? DOES.filter((one) => peer[one]) : ['pushes', 'photos'])
  const [services, setServices] = useState(linesOf((peer?.services ?? []).map(({ theirs, ours }) => [theirs, ours])))
  const [meanings, setMeanings] = useState(linesOf(Object.entries(peer?.meanings ?? {})))
  const saved = { changes: ['peers', 'exchange'], onDone: onClose }
  const make = useCommand(makePeer, saved)
  const change = useCommand(changePeer, saved)
  const error = make.error ?? change.error
  const problem = (field: string) => fieldError(error, field, say)
  const fields = {
    name: name.trim(),
    url: url.trim(),
    jurisdiction: jurisdiction.trim() || null,
    pulls: does.includes('pulls'),
    pushes: does.includes('pushes'),
    photos: does.includes('photos'),
    services: pairsOf(services).map(([theirs, ours]) => ({ theirs, ours })),
    meanings: meaningsOf(meanings),
    ...(key.trim() && { key: key.trim() }),
  }
  const isElsewhere = Boolean(peer?.hasKey && fields.url !== peer.url)
  const missing = !(organisationId && place)
    ? `${t.organisation}${list}${t.range}`
    : isElsewhere && !key.trim() && t.keyElsewhere
  const save = () => {
    if (peer) change.send({ params: { id: peer.id }, body: fields })
    else if (organisationId && place) make.send({ body: { ...fields, organisationId, placeId: place.id } })
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={peer?.name ?? t.addServer}
      footer={
        <Button kind="accent" busy={(make.busy || change.busy) && t.saving} blocked={missing} onClick={save}>
          {peer ? t.save : t.make}
        </Button>
      }
    >
      <TextField label={t.name} value={name} onChange={setName} maxLength={40} error={problem('name')} />
      <TextField label={t.url} value={url} onChange={setUrl} maxLength={500} hint={t.urlHint} error={problem('url')} />
      <TextField label={t.jurisdiction} optional value={jurisdiction} onChange={setJurisdiction} maxLength={100} />
      <TextField
        label={t.key}
        optional={!isElsewhere}
        type="password"
        autoComplete="off"
        value={key}
        onChange={setKey}
        error={problem('key')}
        {...(peer?.hasKey && { hint: isElsewhere ? t.keyElsewhere : t.keyKept })}
      />
      {!peer && (
        <>
          <OrganisationPick
            label={t.organisation}
            value={organisationId}
            onChange={setOrganisation}
            hint={t.organisationHint}
            error={problem('organisationId')}
          />
          <PlacePick label={t.range} value={place} onChange={setPlace} />
        </>
      )}
      <Choices
        label={t.does}
        values={does}
        onChange={setDoes}
        options={DOES.map((value) => ({ value, label: t[value] }))}
      />
      <TextArea label={t.services} optional value={services} onChange={setServices} hint={t.servicesHint} />
      <TextArea label={t.meanings} optional value={meanings} onChange={setMeanings} hint={t.meaningsHint} />
      {error && !error.field && (
        <p role="alert" className="field-error">
          {say(error)}
        </p>
      )}
    </Sheet>
  )
}

const linesOf = (pairs: readonly (readonly string[])[]) => pairs.map((pair) => pair.join(' = ')).join('\n')
const pairsOf = (text: string): [string, string][] =>
  text.split('\n').flatMap((line) => {
    const [left = '', right = ''] = line.split('=').map((part) => part.trim())
    return left && right ? [[left, right] satisfies [string, string]] : []
  })
const meaningsOf = (text: string): Record<string, PeerMeaning> =>
  Object.fromEntries(
    pairsOf(text).flatMap(([word, wanted]) => {
      const meaning = PEER_MEANINGS.find((one) => one === wanted)
      return meaning ? [[word, meaning]] : []
    }),
  )
