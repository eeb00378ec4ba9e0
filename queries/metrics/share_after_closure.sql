-- M20 Share of the life's benefit after closure
-- means: How much of everything that was planned falls after the project has gone.
-- formula: planned in periods that end after closing / planned over the whole life
-- edge cases: null when nothing is planned, or the closing date is not known
-- source: M20
create or replace macro share_after_closure(planned_lifetime, planned_by_closing) as
ratio(planned_lifetime - planned_by_closing, planned_lifetime);

-- tests
select share_after_closure(600, 100) = 500 / 600;
select share_after_closure(600, 600) = 0;
select share_after_closure(0, 0) is null;
select share_after_closure(600, null) is null;
