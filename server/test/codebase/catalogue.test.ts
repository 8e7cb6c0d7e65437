/** The migrated database is in order, and the check sees a planted fault of each kind. */
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { TABLES } from '#server/db/tables.ts'
import { useDatabase } from '../database.ts'
import { catalogueFaults } from './catalogue.ts'

const url = await useDatabase()
const owner = new Client(url)
beforeAll(() => owner.connect())
afterAll(() => owner.end())

test('every table, key, policy and right is as declared', async () => {
  expect(await catalogueFaults(owner, TABLES)).toEqual([])
})

/** A tenant table in order; each plant spoils one thing. */
const POLICY = `using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int))`
const GOOD = `
  create table planted (tenant_id integer not null, id uuid not null, parent_id uuid, primary key (tenant_id, id),
                        foreign key (tenant_id, parent_id) references planted (tenant_id, id));
  alter table planted enable row level security;
  alter table planted force row level security;
  create policy planted_tenant on planted ${POLICY};
  grant select, insert, update, delete on planted to linli_app;`

async function faultsAfter(plant: string) {
  await owner.query('begin')
  try {
    await owner.query(GOOD + plant)
    return await catalogueFaults(owner, {
      ...TABLES,
      planted: 'tenant',
      planted_code: 'reference',
      planted_job: 'global',
    })
  } finally {
    await owner.query('rollback')
  }
}
const OTHERS = 'create table planted_code (code text primary key); create table planted_job (id integer primary key);'

test('a table in order is no fault', async () => expect(await faultsAfter(OTHERS)).toEqual([]))

test.each([
  ['an undeclared table', 'create table stray (id integer)', 'stray is not declared'],
  ['a declared table that is missing', 'drop table planted_code', 'planted_code is declared but not there'],
  ['a nullable tenant', 'alter table planted drop constraint planted_pkey cascade; alter table planted alter tenant_id drop not null', 'planted lacks tenant_id'],
  ['a wide tenant', 'alter table planted drop constraint planted_tenant_id_parent_id_fkey; drop policy planted_tenant on planted; alter table planted alter tenant_id type bigint', 'planted lacks tenant_id'],
  ['a primary key by id', 'alter table planted drop constraint planted_pkey cascade; alter table planted add primary key (id)', 'planted has no primary key'],
  ['a unique index by id', 'create unique index loose on planted (id)', 'loose is a unique index'],
  ['a unique expression', 'create unique index loose on planted ((tenant_id + 1), id)', 'loose is a unique index'],
  ['a foreign key by id', 'create unique index loose on planted (id); alter table planted add constraint k foreign key (parent_id) references planted (id)', 'planted.k is a foreign key that does not start'],
  ['a foreign key to a global table', 'alter table planted add job integer, add constraint k foreign key (job) references planted_job', 'planted.k is a foreign key between classes'],
  ['SET NULL', 'alter table planted add constraint k foreign key (tenant_id, parent_id) references planted on delete set null', 'planted.k is a foreign key that writes'],
  ['ON UPDATE CASCADE', 'alter table planted add constraint k foreign key (tenant_id, parent_id) references planted on update cascade', 'planted.k is a foreign key that writes'],
  ['row security not forced', 'alter table planted no force row level security', 'planted does not force'],
  ['row security off', 'alter table planted disable row level security', 'planted does not force'],
  ['no policy', 'drop policy planted_tenant on planted', 'planted has another policy'],
  ['an open policy beside', 'create policy open on planted for select using (true)', 'planted has another policy'],
  ['a policy for one command', `drop policy planted_tenant on planted; create policy p on planted for select ${POLICY}`, 'planted has another policy'],
  ['a policy that asks a function', "drop policy planted_tenant on planted; create policy p on planted using (tenant_id = current_setting('app.tenant_id')::int)", 'planted has another policy'],
  ['a sequence', 'create sequence numbers; alter table planted add number integer default nextval(\'numbers\')', 'planted has a default'],
  ['a trigger', 'create trigger t before update on planted for each row execute function suppress_redundant_updates_trigger()', 't is a trigger'],
  ['a rule', 'create rule r as on delete to planted do instead nothing', 'r is a rule'],
  ['inheritance', 'create table heir () inherits (planted)', 'heir inherits'],
  ['a materialised view', 'create materialized view m as select tenant_id from planted', 'm is a materialised view'],
  ['a view with its owner’s eyes', 'create view v as select tenant_id from planted', 'v is a view without security_invoker'],
  ['a loose view', 'create view v with (security_invoker = true) as select a.tenant_id from planted a join planted b on b.id = a.id', 'view v: planted b is not tied'],
  ['an enum', "create type mood as enum ('good')", 'mood is an enum'],
  ['a definer without path', 'create function f() returns int security definer language sql return 1', 'f is a SECURITY DEFINER'],
  ['a table of the application', 'grant create on schema public to linli_app; alter table planted owner to linli_app', 'belongs to linli_app'],
  ['an application that may create', 'grant create on schema public to linli_app', 'schema public may be created in'],
  ['an application with another role’s power', 'create role planted_role; grant planted_role to linli_app', 'planted_role is a role'],
  ['an application past row security', 'alter role linli_app bypassrls', 'linli_app can do more'],
  ['TRUNCATE', 'grant truncate on planted to linli_app', 'TRUNCATE on planted'],
  ['a right for everybody', 'grant select on planted to public', 'SELECT on planted for everybody'],
  ['a forbidden column', 'alter table planted add risk_level text', 'planted.risk_level would record'],
])('%s is found', async (_, plant, fault) => {
  expect(await faultsAfter(`${OTHERS}${plant}`)).toContainEqual(expect.stringContaining(fault))
}) // prettier-ignore
