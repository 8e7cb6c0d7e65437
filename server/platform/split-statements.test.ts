import { expect, test } from 'vitest'
import { splitStatements } from './split-statements.ts'

test.each([
  ['create table a (b int); create table c ();', ['create table a (b int)', 'create table c ()']],
  ['select 1', ['select 1']],
  ['-- only; words\n/* and; /* nested; */ more; */ ;;', []],
  ["-- what for;\nselect ';', 'it''s;' ; select 2", ["-- what for;\nselect ';', 'it''s;'", 'select 2']],
  ["select E'\\';', 'a\\'; select 2", ["select E'\\';', 'a\\'", 'select 2']],
  ['alter table "od;d""name" add b int; select 1', ['alter table "od;d""name" add b int', 'select 1']],
  ["do $$ begin perform ';'; end $$; select $a$ $$; $a$", ["do $$ begin perform ';'; end $$", 'select $a$ $$; $a$']],
  ['select a$b$c; select $1', ['select a$b$c', 'select $1']],
])('splits %j', (sql, statements) => {
  expect(splitStatements(sql)).toEqual(statements)
})

test.each([
  "select 'open;",
  'do $x$ begin; end $$;',
  '/* open; /* */',
  'create function f() begin atomic select 1; end',
])('refuses %j', (sql) => {
  expect(() => splitStatements(sql)).toThrow()
})
