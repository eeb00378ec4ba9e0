-- M2a Realized to date, where it is known
-- means: What was measured; unknown where something is due and nothing was ever measured.
-- formula: realized to date, or null when values are due and none was measured
-- edge cases: nothing due and nothing measured is 0; a measured 0 is 0; sums over several benefits add what is known
-- source: rules for all metrics: a missing realized value is not 0
create or replace macro known_realized(realized, due_cells, last_measured) as
case when due_cells = 0 or last_measured is not null then realized end;

-- tests
select known_realized(140, 3, date '2026-03-31') = 140;
select known_realized(0, 3, date '2026-03-31') = 0;
select known_realized(0, 0, null) = 0;
select known_realized(0, 3, null) is null;
