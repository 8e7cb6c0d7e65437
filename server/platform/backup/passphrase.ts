/** The passphrase, from the first line of the file that the setting names. */
import { readFileSync } from 'node:fs'
import { CannotStart } from '../cannot-start.ts'

const SHORTEST = 12

/** Undefined where no file is set. @throws CannotStart */
export function readPassphrase(file: string | undefined): string | undefined {
  if (file === undefined) return undefined
  const [line = ''] = readOrSay(file).split(/\r?\n/)
  if ([...line].length >= SHORTEST) return line
  throw new CannotStart(`The passphrase in ${file} has fewer than ${SHORTEST} characters.`, `${file} 中的口令不足 ${SHORTEST} 个字符。`) // prettier-ignore
}

function readOrSay(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new CannotStart(`The passphrase file ${file} cannot be read.`, `无法读取口令文件 ${file}。`, { cause })
  }
}
