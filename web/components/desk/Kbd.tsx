/** A key as it is written on the keyboard; decoration beside words that say the same. */
import { keyWords } from './shortcuts.ts'
import './desk.css'

export const Kbd = ({ keys }: { keys: string }) => <kbd aria-hidden="true">{keyWords(keys)}</kbd>
