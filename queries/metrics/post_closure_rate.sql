-- M19a Post-closure rate
-- means: How much of what was due since the project closed has arrived.
-- formula: realized after closure / planned after closure, by contribution weight
-- edge cases: null when nothing has been due since closing; cancelled projects are summed apart from closed ones
-- source: M19
create or replace macro post_closure_rate(realized_after, planned_after) as
ratio(realized_after, planned_after);

-- tests
select post_closure_rate(140, 200) = 0.7;
select post_closure_rate(0, 0) is null;
select post_closure_rate(null, 200) is null;
