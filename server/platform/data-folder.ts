/** The folder that holds everything that must be backed up, unless a database of one's own holds a part of it. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from './cannot-start.ts'

/** Makes the folder when needed, open to its owner alone. @throws CannotStart when nothing can be written there */
export function openDataFolder(dataDir: string) {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    const probe = join(dataDir, `.writable-${process.pid}`)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (cause) {
    throw new CannotStart(
      `The data folder ${dataDir} cannot be written; give it to this user or set DATA_DIR to another folder.`,
      `数据目录 ${dataDir} 无法写入；请把它的权限交给当前用户，或用 DATA_DIR 指定其他目录。`,
      { cause },
    )
  }
}
