/** Room on the disk of a folder, counted as `df` does: blocks reserved for root are neither used nor free. */
import { statfs } from 'node:fs/promises'

export type Room = { freeBytes: number; freeShare: number }

export async function roomOf(folder: string): Promise<Room> {
  const { blocks, bfree, bavail, bsize } = await statfs(folder)
  return { freeBytes: bavail * bsize, freeShare: bavail / Math.max(1, blocks - bfree + bavail) }
}
