/** Child processes for the scripts that must run before anything is installed: plain JavaScript, no dependencies. */
import { spawn } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Prints why it ends here, and ends with 1. @returns {never} */
export function finish(sentence) {
  console.error(`\n${sentence}\n`)
  process.exit(1)
}

/**
 * Runs a program in the project's folder and answers its exit code (1 when a signal ended it). Signals to us are
 * passed on, except Ctrl-C in a terminal, which has reached the child already; we wait for the child's own end.
 */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT, stdio: 'inherit', ...options })
    const passOn = (signal) => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal))
    for (const signal of SIGNALS) process.on(signal, passOn)
    child.once('error', reject)
    child.once('exit', (code) => {
      for (const signal of SIGNALS) process.off(signal, passOn)
      resolve(code ?? 1)
    })
  })
}
