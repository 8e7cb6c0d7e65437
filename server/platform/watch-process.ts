/** The numbers that are no statement: of this process, its disk and its backups, looked up when somebody asks. */
import type { Database } from './db.ts'
import type { Room } from './disk.ts'
import { decoderProcessId, photosWaiting } from './files/photo-process.ts'
import type { Live } from './live.ts'
import type { MemoryGauge, Metrics } from './metrics.ts'

export function watchProcess(
  metrics: Metrics,
  deps: { db: Database; live: Live; room: () => Promise<Room | null>; lastBackup: () => Date | null | undefined },
) {
  const one = (name: string, help: string, look: () => number | undefined | Promise<number | undefined>): MemoryGauge => ({
    name,
    help,
    async read() {
      const value = await look()
      return value === undefined ? [] : [['', value]]
    },
  }) // prettier-ignore
  metrics.watch({
    name: 'linli_database_connections',
    help: 'Connections to the database, and calls that wait for one',
    label: 'state',
    read: async () => Object.entries(deps.db.pool()),
  })
  metrics.watch(one('linli_live_streams', 'Open pages that are told of changes', deps.live.count))
  metrics.watch(one('linli_live_events_sent', 'Events sent to open pages since the start', deps.live.sent))
  metrics.watch(one('linli_photos_waiting', 'Photos at the decoder, the one at work included', photosWaiting))
  metrics.watch(
    one('linli_photo_decoder_running', '1 while the decoder process is there', () => (decoderProcessId() ? 1 : 0)),
  )
  metrics.watch(
    one('linli_disk_free_bytes', 'Room left on the disk of DATA_DIR', async () => (await deps.room())?.freeBytes),
  )
  metrics.watch(
    one('linli_disk_free_ratio', 'The same as a share of the disk', async () => (await deps.room())?.freeShare),
  )
  metrics.watch(
    one(
      'linli_backup_last_success_timestamp_seconds',
      'When the last good backup was begun; 0 for never, absent when none is scheduled',
      () => {
        const at = deps.lastBackup()
        return at === undefined ? undefined : at === null ? 0 : at.getTime() / 1000
      },
    ),
  )
}
