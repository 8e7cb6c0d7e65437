/** Whom the desk enters: a name, and the mobile number by which that person signs in. */
import { useState } from 'react'
import { TextField } from '#web/components/Field.tsx'

const MOBILE = /^1[3-9]\d{9}$/ // contracts/accounts.ts, Phone

/** What was typed so far, with the digits of the number however they were written. */
export function useWho() {
  const [name, setName] = useState('')
  const [typed, setTyped] = useState('')
  const phone = typed.normalize('NFKC').replaceAll(/\D/g, '')
  return { name: name.trim(), phone, isMobile: MOBILE.test(phone), inputs: { name, setName, typed, setTyped } }
}

type WhoFieldsProps = {
  who: ReturnType<typeof useWho>
  words: { name: string; phone: string; hint: string }
  optionalPhone?: boolean
  nameError?: string | undefined
  phoneError?: string | undefined
}

export function WhoFields({ who, words, optionalPhone, nameError, phoneError }: WhoFieldsProps) {
  const { name, setName, typed, setTyped } = who.inputs
  return (
    <>
      <TextField
        label={words.name}
        value={name}
        onChange={setName}
        maxLength={40}
        autoComplete="off"
        error={nameError}
      />
      <TextField
        label={words.phone}
        optional={optionalPhone}
        type="tel"
        inputMode="numeric"
        value={typed}
        onChange={setTyped}
        autoComplete="off"
        hint={words.hint}
        error={phoneError}
      />
    </>
  )
}
