/**
 * Asks a PostgreSQL server whether this product can rely on it, before anything is written there.
 * Sources: version, docs/decisions/0002-one-schema.md rule 3; locale, trigram search finds no Chinese under ctype C;
 * durability, docs/security.md "Lost writes on crash".
 */
import type { Client } from 'pg'
import { CannotStart } from './cannot-start.ts'

type Findings = {
  version: string
  number: number
  encoding: string
  ctype: string
  volatile: string[]
  hasTrigram: boolean
}

/** @throws CannotStart naming what to change */
export async function checkServer(client: Client, { mayLoseWrites }: { mayLoseWrites: boolean }) {
  const { rows } = await client.query<Findings>(`
    select current_setting('server_version') as version,
           current_setting('server_version_num')::int as number,
           current_setting('server_encoding') as encoding,
           datctype as ctype,
           array(select name::text || ' = off' from pg_settings
                 where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off') as volatile,
           exists (select from pg_extension where extname = 'pg_trgm') as "hasTrigram"
    from pg_database where datname = current_database()`)
  const [found] = rows
  if (!found) throw new Error('pg_database does not list the database we are in')
  if (found.number < 150_000) {
    throw new CannotStart(
      `PostgreSQL 15 or later is needed; DATABASE_URL leads to ${found.version}.`,
      `需要 PostgreSQL 15 或更高版本；DATABASE_URL 指向的是 ${found.version}。`,
    )
  }
  if (found.encoding !== 'UTF8') throw wrongLocale(`encoding ${found.encoding}`)
  if (['C', 'POSIX'].includes(found.ctype)) throw wrongLocale(`ctype ${found.ctype}`)
  if (found.hasTrigram && !(await findsChinese(client))) throw wrongLocale(`ctype ${found.ctype}`)
  if (found.volatile.length > 0 && !mayLoseWrites) {
    throw new CannotStart(
      `The PostgreSQL server may lose confirmed writes in a crash (${found.volatile.join(', ')}); switch these on.`,
      `该 PostgreSQL 服务器在崩溃时可能丢失已确认的写入（${found.volatile.join('，')}）；请打开这些设置。`,
    )
  }
}

/** The proof itself: Chinese letters make trigrams. */
async function findsChinese(client: Client) {
  const { rows } = await client.query<{ found: boolean }>(`select cardinality(show_trgm('积水')) > 0 as found`)
  return rows[0]?.found === true
}

const wrongLocale = (found: string) =>
  new CannotStart(
    `The database has ${found}, with which Chinese text cannot be searched; create it with ENCODING 'UTF8' LC_CTYPE 'C.UTF-8' TEMPLATE template0.`,
    `该数据库的 ${found} 无法检索中文；请用 ENCODING 'UTF8' LC_CTYPE 'C.UTF-8' TEMPLATE template0 重新创建数据库。`,
  )
