/**
 * Saying that one is a member, or agreeing to having been entered: what is kept, and by itself the notice with an answer
 * that nobody ticks in advance. Source: Personal Information Protection Law arts. 14, 17, 29-30.
 */
import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import {
  answerMembership,
  claimMembership,
  MEMBER_STAGES,
  MEMBERSHIP_NOTICE,
  myMembership,
} from '#contracts/members.ts'
import { ActionBar, AppFrame } from '#web/components/AppFrame.tsx'
import { Button } from '#web/components/Button.tsx'
import { Card } from '#web/components/Card.tsx'
import { Choice, Choices } from '#web/components/Choice.tsx'
import { fieldError, TextField } from '#web/components/Field.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { joinText, memberText } from '#web/texts/members.ts'
import type { Mine } from './mine.ts'
import './members.css'

export function JoinPage() {
  const query = useEndpoint(myMembership, {})
  return (
    <Loaded query={query}>
      {(mine) => (mine.member?.state === 'waitsForMember' ? <AgreePage mine={mine} /> : <ClaimPage mine={mine} />)}
    </Loaded>
  )
}

type Where = 'here' | 'elsewhere' | 'unknown'

function ClaimPage({ mine: { organisations } }: { mine: Mine }) {
  const t = useText(joinText)
  const m = useText(memberText)
  const say = useProblem()
  const toCorner = useToCorner(t.sent)
  const [stage, setStage] = useState<(typeof MEMBER_STAGES)[number]>('formal')
  const [where, setWhere] = useState<Where>('unknown')
  const [organisationId, setOrganisationId] = useState(organisations[0]?.id)
  const [elsewhere, setElsewhere] = useState('')
  const [inService, setInService] = useState<'yes' | 'no'>('no')
  const [agreed, setAgreed] = useState(false)
  const claim = useCommand(claimMembership, { onDone: toCorner })
  const nameless = where === 'elsewhere' && !elsewhere.trim()
  const send = () =>
    claim.send({
      body: {
        stage,
        inService: inService === 'yes',
        ...(where === 'here' && organisationId && { organisationId }),
        ...(where === 'elsewhere' && { elsewhere: elsewhere.trim() }),
        agreed: true,
        noticeVersion: MEMBERSHIP_NOTICE,
      },
    })
  return (
    <AppFrame
      title={t.title}
      backTo="/member"
      closes
      bottom={
        <ActionBar>
          <Button
            kind="accent"
            busy={claim.busy && m.saving}
            blocked={(nameless && t.mustName) || (!agreed && t.mustAgree)}
            onClick={send}
          >
            {m.send}
          </Button>
        </ActionBar>
      }
    >
      <Card padded className="mb-form">
        <Choice
          label={t.stage}
          value={stage}
          onChange={setStage}
          options={MEMBER_STAGES.map((value) => ({ value, label: m.stages[value] }))}
        />
        <Choice<Where>
          label={t.where}
          value={where}
          onChange={setWhere}
          options={[
            ...(organisations.length > 0 ? [{ value: 'here' as const, label: t.here }] : []),
            { value: 'elsewhere', label: t.elsewhere },
            { value: 'unknown', label: t.unknown },
          ]}
        />
        {where === 'here' && (
          <Choice
            label={t.which}
            value={organisationId}
            onChange={setOrganisationId}
            options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        {where === 'elsewhere' && (
          <TextField
            label={t.elsewhereName}
            hint={t.elsewhereHint}
            value={elsewhere}
            onChange={setElsewhere}
            maxLength={80}
            error={fieldError(claim.error, 'elsewhere', say)}
          />
        )}
        <Choice<'yes' | 'no'>
          label={t.inService}
          value={inService}
          onChange={setInService}
          options={[
            { value: 'yes', label: t.yes },
            { value: 'no', label: t.no },
          ]}
        />
      </Card>
      <Notice agreed={agreed} onAgree={setAgreed} />
      {claim.error && (
        <p className="mb-error" role="alert">
          {say(claim.error)}
        </p>
      )}
    </AppFrame>
  )
}

/** The organisation said it; the member agrees, or all of it is deleted. */
function AgreePage({ mine: { member } }: { mine: Mine }) {
  const t = useText(joinText)
  const m = useText(memberText)
  const say = useProblem()
  const [agreed, setAgreed] = useState(false)
  const agree = useCommand(answerMembership, { onDone: useToCorner(t.agreed) })
  const refuse = useCommand(answerMembership, { onDone: useToCorner(m.withdrawn) })
  const error = agree.error ?? refuse.error
  const where = member?.organisationName ?? member?.elsewhere
  return (
    <AppFrame
      title={t.agreeTitle}
      backTo="/member"
      closes
      bottom={
        <ActionBar>
          <Button busy={refuse.busy && m.withdrawing} onClick={() => refuse.send({ body: { action: 'withdraw' } })}>
            {t.no2}
          </Button>
          <Button
            kind="accent"
            busy={agree.busy && m.saving}
            blocked={!agreed && t.mustAgree}
            onClick={() => agree.send({ body: { action: 'agree', noticeVersion: MEMBERSHIP_NOTICE } })}
          >
            {t.agreeVerb}
          </Button>
        </ActionBar>
      }
    >
      {member && (
        <Card padded>
          <h2>{m.stages[member.stage]}</h2>
          <p className="mb-facts">{where ? m.relation(where) : m.noRelation}</p>
        </Card>
      )}
      <Notice agreed={agreed} onAgree={setAgreed} />
      {error && (
        <p className="mb-error" role="alert">
          {say(error)}
        </p>
      )}
    </AppFrame>
  )
}

const LINES = ['who', 'what', 'why', 'apart', 'long', 'free', 'seen'] as const

function Notice({ agreed, onAgree }: { agreed: boolean; onAgree: (agreed: boolean) => void }) {
  const t = useText(joinText)
  return (
    <Card padded className="mb-gap">
      <h2>{t.notice}</h2>
      <ul className="mb-notice">
        {LINES.map((line) => (
          <li key={line}>{t.noticeLines[line]}</li>
        ))}
      </ul>
      <Choices
        label={t.notice}
        hideLabel
        values={agreed ? ['agreed'] : []}
        onChange={(values) => onAgree(values.length > 0)}
        options={[{ value: 'agreed', label: t.agree }]}
      />
    </Card>
  )
}

function useToCorner(words: string) {
  const navigate = useNavigate()
  return () => {
    toast(words)
    void navigate({ to: '/member', replace: true })
  }
}
