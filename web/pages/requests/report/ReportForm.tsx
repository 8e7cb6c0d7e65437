/** The page itself; see ReportPage.tsx. */
import { useEffect, useState } from 'react'
import { ActionBar, AppFrame } from '#web/components/AppFrame.tsx'
import { Button } from '#web/components/Button.tsx'
import { Card } from '#web/components/Card.tsx'
import { TextArea } from '#web/components/Field.tsx'
import { Icon } from '#web/components/Icon.tsx'
import { PhotoPicker } from '#web/components/PhotoPicker.tsx'
import { Row } from '#web/components/Row.tsx'
import { toast } from '#web/components/Toast.tsx'
import type { Draft } from '#web/platform/drafts.ts'
import { useText } from '#web/platform/i18n.ts'
import { useOnline } from '#web/platform/offline.ts'
import { useTime } from '#web/platform/time.ts'
import { usePhotos } from '#web/platform/use-photos.ts'
import { useProblem } from '#web/texts/errors.ts'
import { reportText } from '#web/texts/report.ts'
import { CategoryCard } from './CategoryCard.tsx'
import { HowCard } from './HowCard.tsx'
import { PlaceCard } from './PlaceCard.tsx'
import { bodyOf, hasContent, missingAnswer, titleOf, type Report } from './report.ts'
import { Signposts } from './Signposts.tsx'
import { SimilarCard } from './SimilarCard.tsx'
import { useCamera } from './use-camera.ts'
import { useCategories } from './use-categories.ts'
import { useIntake } from './use-intake.ts'
import { useSending } from './use-sending.ts'
import './report.css'

export function ReportForm({ first, draft }: { first: Report; draft?: Draft }) {
  const t = useText(reportText)
  const say = useProblem()
  const online = useOnline()
  const { dayTime } = useTime()
  const [report, setReport] = useState(first)
  const change = (what: Partial<Report>) => setReport((now) => ({ ...now, ...what }))
  const photos = usePhotos({
    ...(draft && { start: draft.photos }),
    onUploaded: ({ position }) => position && setReport((now) => withPhotoPosition(now, position)),
  })
  const { kind, text } = report
  const camera = useCamera(kind === 'problem' && !draft)
  const intake = useIntake(report).data
  const categories = useCategories(kind)
  const category = categories.find(report.categoryCode)
  const sending = useSending(
    draft?.id,
    {
      kind: kind === 'problem' ? 'report' : 'help',
      title: titleOf(report, category && categories.nameOf(category)),
      body: bodyOf(report, category),
      photos: photos.photos,
    },
    hasContent(report, photos.all.length),
  )
  // tapped while photos were still on their way: goes out by itself once they are there
  const [tapped, setTapped] = useState(false)
  const waits = tapped && photos.sending
  useEffect(() => {
    if (tapped && !photos.sending) void sending.send().finally(() => setTapped(false))
  }, [tapped, photos.sending]) // eslint-disable-line react-hooks/exhaustive-deps -- `sending` is new on every render

  const { problem } = sending
  const about = (...fields: string[]) => (problem && fields.includes(fieldOf(problem)) ? say(problem) : undefined)
  const place = about('location', 'placeId') ?? (intake && !intake.place && report.location.lon ? t.outside : undefined)
  const blocked =
    (text.trim() === '' && photos.all.length === 0 && t.needSomething) ||
    (photos.error && t.badPhoto) ||
    (online && intake && !intake.place && t.needPlace) ||
    (missingAnswer(report, category) && t.needAnswer) ||
    (report.onBehalf && report.onBehalf.name.trim() === '' && t.needName)

  const likely = intake?.categories ?? []
  const proposed = (likely.length === 0 && kind === 'help' ? categories.usual : likely).map(({ code }) => code)
  const { acceptBy, handleBy } = intake?.promise ?? {}
  const promise = !online
    ? t.offlinePromise
    : acceptBy &&
      !category?.elsewhere && (
        <>
          <Icon name="clock" size={18} />
          {handleBy ? t.promise(dayTime(acceptBy), dayTime(handleBy)) : t.promiseAccept(dayTime(acceptBy))}
        </>
      )

  const words = (
    <TextArea
      label={t.words[kind]}
      value={text}
      onChange={(typed) => change({ text: typed })}
      placeholder={t.wordsPlaceholder[kind]}
      maxLength={4000}
      error={about('text')}
    />
  )
  const where = (
    <PlaceCard
      location={report.location}
      place={intake?.place}
      onChange={(location) => change({ location })}
      error={place}
    />
  )
  const picker = (
    <div ref={camera} className="report-photos">
      <PhotoPicker
        photos={photos}
        label={t.photo}
        {...(photos.all.length > 0 && { hint: t.photoHint })}
        look={kind === 'help' ? 'row' : 'hero'}
      />
    </div>
  )
  return (
    <AppFrame
      title={t.title[kind]}
      closes
      onBack={() => void sending.leave()}
      end={
        hasContent(report, photos.all.length) && (
          <Button kind="quiet" onClick={() => void sending.leave()}>
            {t.keep}
          </Button>
        )
      }
      bottom={
        <ActionBar note={!blocked && promise}>
          {category?.elsewhere ? (
            <Button onClick={() => change({ categoryCode: undefined })}>{t.notThis}</Button>
          ) : (
            <Button
              kind="accent"
              onClick={() => setTapped(true)}
              busy={waits ? t.sendingPhotos : sending.busy && t.sending}
              blocked={blocked || false}
            >
              {online ? t.send : t.sendOffline}
            </Button>
          )}
        </ActionBar>
      }
    >
      {kind === 'help' && (
        <Card className="report-urgent">
          <Row icon="alert" title={t.urgent} note={t.urgentNote} to="/urgent" />
        </Card>
      )}
      {kind === 'problem' && picker}
      {kind === 'problem' && where}
      <CategoryCard
        report={report}
        onChange={change}
        proposed={proposed}
        guessed={likely.length > 0}
        categories={categories}
        error={about('categoryCode')}
      >
        {words}
        {kind === 'help' && picker}
      </CategoryCard>
      {kind === 'help' && where}
      {category?.elsewhere ? (
        <Card label={t.elsewhereTitle(categories.nameOf(category))}>
          <h2 className="similar-head">
            {t.elsewhereTitle(categories.nameOf(category))}
            <span>{t.elsewhereNote}</span>
          </h2>
          <Signposts category={category} />
        </Card>
      ) : (
        <>
          <SimilarCard
            similar={intake?.similar ?? []}
            note={text.trim()}
            photoIds={photos.ids}
            onJoined={() => void sending.forget()}
          />
          <HowCard report={report} category={category} onChange={change} phoneError={about('phone', 'onBehalf')} />
        </>
      )}
      {problem && !KNOWN_FIELDS.includes(fieldOf(problem)) && (
        <p className="report-trouble" role="alert">
          <Icon name="alert" size={18} />
          {say(problem)}
        </p>
      )}
      {draft && (
        <p className="report-forget">
          <Button
            kind="quiet"
            icon="trash"
            onClick={() => void sending.forget().then(() => (toast(t.discarded), history.back()))}
          >
            {t.discard}
          </Button>
        </p>
      )}
    </AppFrame>
  )
}

const KNOWN_FIELDS = ['text', 'location', 'placeId', 'categoryCode', 'phone', 'onBehalf']
const fieldOf = ({
  field,
  details,
  code,
}: {
  code: string
  field?: string
  details: Readonly<Record<string, unknown>>
}) => field ?? (typeof details['field'] === 'string' ? details['field'] : code.startsWith('location') ? 'location' : '')

/** A photo knows best where it was taken, unless the person has said it. */
const withPhotoPosition = (report: Report, position: { lon: number; lat: number }): Report =>
  report.location.source === 'map' || report.location.source === 'picked'
    ? report
    : { ...report, location: { ...position, source: 'photo', system: 'wgs84' } }
