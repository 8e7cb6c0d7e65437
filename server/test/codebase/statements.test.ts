/** The statement check finds planted faults, and lets the ways of writing it right pass. */
import { describe, expect, test } from 'vitest'
import { statementFaults, type TableClasses, viewFaults } from './statements.ts'

const CLASSES: TableClasses = {
  request: 'tenant',
  request_event: 'tenant',
  person: 'tenant',
  place: 'tenant',
  outbox: 'tenant',
  request_report: 'tenant',
  division: 'reference',
  attempt: 'global',
}

const RIGHT = {
  'one table': 'select id from request where tenant_id = $1 and id = $2',
  'a cast parameter': 'select id from request where $1::int = tenant_id and (status = $2 or status = $3)',
  'an inner join tied through ON':
    'select r.id from request r join person p on p.tenant_id = r.tenant_id and p.id = r.person_id where r.tenant_id = $1',
  'a join tied by rows':
    'select 1 from request r join person p on (p.tenant_id, p.id) = (r.tenant_id, r.person_id) where p.tenant_id = $1',
  'a left join':
    'select 1 from request r left join person p on p.tenant_id = r.tenant_id and p.id = r.person_id where r.tenant_id = $1',
  'USING the key': 'select 1 from request r join person p using (tenant_id) where r.tenant_id = $1',
  'three tables in a chain':
    'select 1 from request r, person p, place l where l.tenant_id = p.tenant_id and p.tenant_id = r.tenant_id and r.tenant_id = $4',
  'EXISTS tied to the outer level':
    'select 1 from request r where r.tenant_id = $1 and exists (select 1 from request_event e where e.tenant_id = r.tenant_id and e.request_id = r.id)',
  'a scalar subquery of its own':
    'select (select count(*) from person where tenant_id = $1) from request where tenant_id = $1',
  'a LATERAL subquery':
    'select 1 from request r cross join lateral (select 1 from request_event e where e.tenant_id = r.tenant_id limit 1) e where r.tenant_id = $1',
  'a CTE used as the source':
    'with mine as (select tenant_id, id from request where tenant_id = $1) select 1 from mine join request_event e on e.tenant_id = mine.tenant_id',
  'a recursive CTE':
    'with recursive up as (select tenant_id, id, parent_id from place where tenant_id = $1 and id = $2 union all select p.tenant_id, p.id, p.parent_id from place p join up on up.tenant_id = p.tenant_id and up.parent_id = p.id) select id from up',
  'a UNION tied on each side':
    'select 1 from (select tenant_id from request where tenant_id = $1 union all select tenant_id from person where tenant_id = $1) u join place p on p.tenant_id = u.tenant_id',
  'a writing CTE':
    'with gone as (delete from outbox where tenant_id = $1 returning tenant_id, id) insert into request_event (tenant_id, id) select tenant_id, id from gone',
  'an insert': 'insert into request (id, tenant_id, text) values ($2, $1, $3), ($4, $1, $5)',
  'an insert from unnest': 'insert into person (tenant_id, id) select $1, t.id from unnest($2::uuid[]) as t(id)',
  'an upsert':
    'insert into person (tenant_id, id, name) values ($1, $2, $3) on conflict (tenant_id, id) do update set name = excluded.name returning id',
  'an update from a table':
    'update request r set text = p.name, changed_at = now() from person p where p.tenant_id = r.tenant_id and r.tenant_id = $1',
  'a delete using a table': 'delete from outbox o using request r where o.tenant_id = $1 and r.tenant_id = o.tenant_id',
  'a reference table': 'select d.name from division d join request r on r.division = d.code where r.tenant_id = $1',
  'no tenant table at all': 'select d.name, now() from division d, attempt a, pg_catalog.pg_class c',
  'a marked read over every tenant': '/* every tenant */ select tenant_id, count(*) from outbox group by tenant_id',
  'the settings of a transaction': "begin; set local app.tenant_id = '7'; commit",
} satisfies Record<string, string>

const WRONG = {
  'no tenant': 'select id from request where id = $1',
  'a literal tenant': 'select id from request where tenant_id = 7',
  'only under OR': 'select id from request where tenant_id = $1 or status = $2',
  'another comparison': 'select id from request where tenant_id >= $1',
  'a join by id alone': 'select 1 from request r join person p on p.id = r.person_id where r.tenant_id = $1',
  'two parameters': 'select 1 from request r join person p on p.tenant_id = $2 where r.tenant_id = $1',
  'the kept side of a left join':
    'select 1 from request r left join person p on p.tenant_id = r.tenant_id and r.tenant_id = $1',
  'the open side of a left join':
    'select 1 from request r left join person p on p.id = r.person_id where r.tenant_id = $1',
  'a full join': 'select 1 from request r full join person p on p.tenant_id = r.tenant_id and p.tenant_id = $1',
  'EXISTS by id alone':
    'select 1 from request r where r.tenant_id = $1 and exists (select 1 from request_event e where e.request_id = r.id)',
  'tied only inside EXISTS':
    'select 1 from request r where exists (select 1 from request_event e where e.tenant_id = $1 and r.tenant_id = e.tenant_id)',
  'IN by id alone':
    'select 1 from request where tenant_id = $1 and person_id in (select id from person where name = $2)',
  'a subquery in the list of columns':
    'select (select name from person p where p.id = r.person_id) from request r where r.tenant_id = $1',
  'a LATERAL by id alone':
    'select 1 from request r cross join lateral (select 1 from request_event e where e.request_id = r.id) e where r.tenant_id = $1',
  'a CTE without': 'with all_of as (select tenant_id, id from request) select 1 from all_of where tenant_id = $1',
  'a recursive step by id alone':
    'with recursive up as (select tenant_id, id from place where tenant_id = $1 union all select p.tenant_id, p.id from place p join up on up.id = p.parent_id) select id from up',
  'one side of a UNION': 'select id from request where tenant_id = $1 union all select id from person',
  'a join to the loose side of a UNION':
    'select 1 from (select tenant_id from request where tenant_id = $1 union all select 3) u join place p on p.tenant_id = u.tenant_id',
  'a subquery in ORDER BY':
    'select id from request r where tenant_id = $1 order by (select name from person p where p.id = r.person_id)',
  'an insert without': 'insert into request (id, text) values ($1, $2)',
  'an insert without columns': 'insert into request values ($1, $2)',
  'an insert of a literal': 'insert into request (tenant_id, id) values (7, $1)',
  'the second row of an insert': 'insert into request (tenant_id, id) values ($1, $2), ($3, $4)',
  'an insert from a loose table': 'insert into request_event (tenant_id, id) select tenant_id, id from request',
  'an update without': 'update request set text = $2 where id = $1',
  'an update from a loose table':
    'update request r set text = p.name from person p where p.id = r.person_id and r.tenant_id = $1',
  'an update that moves a row': 'update request set tenant_id = $1 where tenant_id = $1',
  'a delete using a loose table': 'delete from outbox o using request r where o.tenant_id = $1 and r.id = o.request_id',
  'a volatile function in an update': 'update request set token = gen_random_uuid() where tenant_id = $1',
  'an advisory lock': 'select pg_advisory_xact_lock($1)',
  'a natural join': 'select 1 from request natural join person where request.tenant_id = $1',
  'an undeclared table': 'select 1 from reqest where tenant_id = $1',
  'a change of the schema': 'truncate request',
  'a marked write': '/* every tenant */ delete from outbox',
  'a second statement': 'select 1; delete from request',
} satisfies Record<string, string>

describe('statements', () => {
  test.each(Object.entries(RIGHT))('passes: %s', (_, text) => expect(statementFaults(text, CLASSES)).toEqual([]))
  test.each(Object.entries(WRONG))('finds: %s', (_, text) => expect(statementFaults(text, CLASSES)).not.toEqual([]))
})

describe('views', () => {
  test('pass when their tables hang on the tenant_id they show', () => {
    const joined = 'select r.tenant_id, p.name from request r left join person p on p.tenant_id = r.tenant_id'
    expect(viewFaults(joined, CLASSES)).toEqual([])
    expect(viewFaults(`${joined} union all select tenant_id, name from place`, CLASSES)).toEqual([])
  })
  test.each([
    'select id from request',
    'select r.tenant_id, p.name from request r join person p on p.id = r.person_id',
    'select r.tenant_id, (select count(*) from request_event e where e.request_id = r.id) from request r',
  ])('are found loose: %s', (definition) => expect(viewFaults(definition, CLASSES)).not.toEqual([]))
})
