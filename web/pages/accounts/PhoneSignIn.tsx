/** Phone number, then the code: two small steps in one card. Refusals stand beside the field they are about. */
import { useEffect, useState } from 'react'
import { sendCode, signInWithCode, type Me } from '#contracts/accounts.ts'
import { Button } from '#web/components/Button.tsx'
import { fieldError, TextField } from '#web/components/Field.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { accountsText } from '#web/texts/accounts.ts'
import { useProblem } from '#web/texts/errors.ts'
import { marks } from '#web/texts/marks.ts'

const CODE_LENGTH = 6
/** Full-width digits and blanks, as old keyboards and pasted messages have them. */
const digitsOf = (typed: string) => typed.normalize('NFKC').replaceAll(/\D/g, '')

export function PhoneSignIn({ onSignedIn, arriving }: { onSignedIn: (person: Me) => void; arriving: boolean }) {
  const t = useText(accountsText)
  const { comma } = useText(marks)
  const say = useProblem()
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [againAt, setAgainAt] = useState(0)
  const secondsLeft = useCountdown(againAt)
  const sending = useCommand(sendCode, {
    changes: [],
    onDone: ({ againInSeconds }) => setAgainAt(Date.now() + againInSeconds * 1000),
  })
  const signing = useCommand(signInWithCode, { changes: [], onDone: onSignedIn })
  const attemptId = sending.reply?.attemptId

  const askCode = () => sending.send({ body: { phone } })
  const enter = (typed: string) => attemptId && signing.send({ body: { attemptId, code: typed } })

  if (!attemptId)
    return (
      <form onSubmit={(event) => (event.preventDefault(), askCode())}>
        <TextField
          label={t.phone}
          type="tel"
          inputMode="tel"
          autoComplete="tel-national"
          value={phone}
          onChange={(typed) => setPhone(digitsOf(typed).slice(-11))}
          hint={t.phoneHint}
          error={sending.error ? say(sending.error) : undefined}
        />
        <Button kind="accent" type="submit" busy={sending.busy && t.sendingCode}>
          {t.getCode}
        </Button>
      </form>
    )

  return (
    <form onSubmit={(event) => (event.preventDefault(), enter(code))}>
      <TextField
        label={t.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        autoFocus
        maxLength={CODE_LENGTH}
        value={code}
        onChange={(typed) => {
          const digits = digitsOf(typed).slice(0, CODE_LENGTH)
          setCode(digits)
          if (digits.length === CODE_LENGTH && digits !== code) enter(digits)
        }}
        hint={`${t.codeSentTo(phone)}${comma}${t.codeHint}`}
        error={fieldError(signing.error, 'code', say) ?? (signing.error ? say(signing.error) : undefined)}
      />
      <Button kind="accent" type="submit" busy={(signing.busy || arriving) && t.signingIn}>
        {t.signIn}
      </Button>
      <div className="sign-in-more">
        <Button
          kind="quiet"
          onClick={askCode}
          busy={sending.busy && t.sendingCode}
          blocked={secondsLeft > 0 && t.againIn(secondsLeft)}
        >
          {t.again}
        </Button>
        <Button kind="quiet" onClick={() => (sending.reset(), signing.reset(), setCode(''))}>
          {t.otherPhone}
        </Button>
      </div>
    </form>
  )
}

/** Whole seconds until then; 0 when it has come. */
function useCountdown(until: number): number {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    const tick = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)))
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [until])
  return left
}
