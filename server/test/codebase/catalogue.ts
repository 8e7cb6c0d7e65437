/**
 * Reads the migrated database and says what breaks the rules that let one schema run from a laptop to a cluster.
 * Each check is one question to the catalogue; its answer is a list of faults.
 * Source: docs/decisions/0002-one-schema.md.
 */
import type { Client } from 'pg'
import { forbiddenIn } from '#platform/never-kept.ts'
import { type TableClasses, viewFaults } from './statements.ts'

/** The only policy a tenant table has, as PostgreSQL prints it back. */
const POLICY = `(tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::integer AS "nullif"))`

/** Relations of ours: in `public`, not an extension's. */
const OURS = `
  select c.oid, c.relname as name, c.relkind as kind, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
         c.reloptions as options, c.relispartition as partition, coalesce($1::jsonb ->> c.relname, 'undeclared') as class
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm', 'f')
     and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')`

const FIRST_KEY = (table: string, column: string) =>
  `(select a.attname from pg_attribute a where a.attrelid = ${table} and a.attnum = ${column}) is distinct from 'tenant_id'`

// prettier-ignore
const CHECKS: Record<string, string> = {
  'is not declared in server/db/tables.ts':
    `select name from ours where kind in ('r', 'p') and class = 'undeclared' and not partition`,
  'is declared but not there':
    `select key as name from jsonb_object_keys($1::jsonb) key where key not in (select name from ours)`,
  'lacks tenant_id integer not null':
    `select name from ours where class = 'tenant' and kind in ('r', 'p') and not exists
       (select 1 from pg_attribute a where a.attrelid = ours.oid and a.attname = 'tenant_id' and a.atttypid = 'int4'::regtype and a.attnotnull)`,
  'has no primary key that starts with tenant_id':
    `select name from ours where class = 'tenant' and kind in ('r', 'p') and not exists
       (select 1 from pg_constraint k where k.conrelid = ours.oid and k.contype = 'p' and not ${FIRST_KEY('k.conrelid', 'k.conkey[1]')})`,
  'is a unique index that does not start with tenant_id':
    `select i.indexrelid::regclass::text as name from ours join pg_index i on i.indrelid = ours.oid
      where class = 'tenant' and i.indisunique and ${FIRST_KEY('i.indrelid', 'i.indkey[0]')}`,
  'is a foreign key that does not start with tenant_id on both sides':
    `select format('%s.%s', ours.name, k.conname) as name from ours join pg_constraint k on k.conrelid = ours.oid and k.contype = 'f'
       join ours other on other.oid = k.confrelid
      where ours.class = 'tenant' and other.class = 'tenant'
        and (${FIRST_KEY('k.conrelid', 'k.conkey[1]')} or ${FIRST_KEY('k.confrelid', 'k.confkey[1]')})`,
  'is a foreign key between classes that may not hold one':
    `select format('%s.%s', ours.name, k.conname) as name from ours join pg_constraint k on k.conrelid = ours.oid and k.contype = 'f'
       join ours other on other.oid = k.confrelid
      where (ours.class, other.class) not in (('tenant', 'tenant'), ('tenant', 'reference'), ('reference', 'reference'))`,
  'is a foreign key that writes: only NO ACTION, RESTRICT and ON DELETE CASCADE are allowed':
    `select format('%s.%s', ours.name, k.conname) as name from ours join pg_constraint k on k.conrelid = ours.oid and k.contype = 'f'
      where k.confdeltype in ('n', 'd') or k.confupdtype not in ('a', 'r')`,
  'does not force row security':
    `select name from ours where class = 'tenant' and kind in ('r', 'p') and not (secured and forced)`,
  'has another policy than the plain one':
    `select name from ours where class = 'tenant' and kind in ('r', 'p')
        and (select coalesce(array_agg(concat(pg_get_expr(p.polqual, p.polrelid), p.polcmd, p.polpermissive, p.polroles::text,
                                                pg_get_expr(p.polwithcheck, p.polrelid))), '{}')
               from pg_policy p where p.polrelid = ours.oid) <> array[$2 || '*t{0}']`,
  'has a default that the shards would not agree on':
    `select name from ours join pg_attrdef d on d.adrelid = ours.oid where class = 'tenant' and pg_get_expr(d.adbin, d.adrelid) ~ '^nextval'`,
  'is a trigger':
    `select t.tgname as name from pg_trigger t join ours on ours.oid = t.tgrelid where not t.tgisinternal`,
  'is a rule':
    `select r.rulename as name from pg_rewrite r join ours on ours.oid = r.ev_class where r.rulename <> '_RETURN'`,
  'inherits': `select name from ours join pg_inherits i on i.inhrelid = ours.oid where not partition`,
  'is a materialised view or foreign table, which row security does not reach':
    `select name from ours where kind in ('m', 'f')`,
  'is a view without security_invoker':
    `select name from ours where kind = 'v' and not coalesce(options && array['security_invoker=true', 'security_invoker=on', 'security_invoker=1'], false)`,
  'is an enum type: use text and a check':
    `select t.typname as name from pg_type t join pg_namespace n on n.oid = t.typnamespace where t.typtype = 'e' and n.nspname !~ '^pg_|^information_schema'`,
  'is a SECURITY DEFINER function without its own search_path':
    `select p.proname as name from pg_proc p where p.prosecdef and p.pronamespace = 'public'::regnamespace
        and not coalesce(array_to_string(p.proconfig, ',') like '%search_path=%', false)`,
  'belongs to linli_app, which owns nothing':
    `select pg_describe_object(classid, objid, 0) as name from pg_shdepend where refobjid = 'linli_app'::regrole and deptype = 'o'
        and dbid = (select oid from pg_database where datname = current_database())`,
  'can do more than an application may':
    `select rolname as name from pg_roles where rolname = 'linli_app'
        and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication or rolcanlogin)`,
  'is a role whose powers linli_app has':
    `select roleid::regrole::text as name from pg_auth_members where member = 'linli_app'::regrole`,
  'may be created in by linli_app':
    `select 'schema public' as name where has_schema_privilege('linli_app', 'public', 'create')
      union all select 'the database' where has_database_privilege('linli_app', current_database(), 'create')`,
  'is a right beyond reading and writing rows, or given to everybody':
    `select format('%s on %s for %s', g.privilege_type, ours.name, case g.grantee when 0 then 'everybody' else 'linli_app' end) as name
       from ours join pg_class c on c.oid = ours.oid, aclexplode(c.relacl) g
      where g.grantee = 0 or (g.grantee = 'linli_app'::regrole and g.privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE'))`,
}

/** What is wrong with the database, one sentence a fault; empty when it is in order. */
export async function catalogueFaults(owner: Client, declared: TableClasses): Promise<string[]> {
  const faults: string[] = []
  for (const [what, question] of Object.entries(CHECKS)) {
    const text = `with input as (select $1::jsonb, $2::text), ours as (${OURS}) ${question}`
    const { rows } = await owner.query<{ name: string }>(text, [JSON.stringify(declared), POLICY])
    faults.push(...rows.map(({ name }) => `${name} ${what}`))
  }
  return [...faults, ...(await viewsAndNames(owner, declared))]
}

async function viewsAndNames(owner: Client, declared: TableClasses): Promise<string[]> {
  const { rows: views } = await owner.query<{ name: string; definition: string }>(
    `with ours as (${OURS}) select name, pg_get_viewdef(oid) as definition from ours where kind = 'v'`,
    [JSON.stringify(declared)],
  )
  const classes = classesWithViews(
    declared,
    views.map(({ name }) => name),
  )
  const { rows: columns } = await owner.query<{ name: string; place: string }>(
    `with ours as (${OURS}) select a.attname as name, ours.name || '.' || a.attname as place
       from ours join pg_attribute a on a.attrelid = ours.oid where a.attnum > 0 and not a.attisdropped
     union all select name, name from ours`,
    [JSON.stringify(declared)],
  )
  return [
    ...views.flatMap(({ name, definition }) =>
      viewFaults(definition, classes).map((fault) => `view ${name}: ${fault}`),
    ),
    ...columns.flatMap(({ name, place }) =>
      forbiddenIn(name).map((term) => `${place} would record what we never record: ${term}`),
    ),
  ]
}

/** A view over tenant tables shows tenant_id, so statements tie it like a table. */
export const classesWithViews = (declared: TableClasses, views: readonly string[]): TableClasses => ({
  ...declared,
  ...Object.fromEntries(views.map((view) => [view, 'tenant' as const])),
})
