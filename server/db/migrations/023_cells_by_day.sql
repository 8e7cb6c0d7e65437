-- Cells in the order in which they come: by day, then by place. The key grows at its end and stays dense (half as large), every
-- place of a day lies together for tables of many places, and one place is found for each day by a look-up of its own.
-- Source: docs/decisions/0019-figures.md.
ALTER TABLE figure_cell DROP CONSTRAINT figure_cell_pkey, ADD PRIMARY KEY (tenant_id, cut, grain, from_on, place_id, key);
-- The whole district's solved requests are read from its closed ones, and counted from its figures.
DROP INDEX request_solved_district;
