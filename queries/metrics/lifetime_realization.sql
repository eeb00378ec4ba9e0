-- M7 Lifetime realization
-- means: How much of everything ever promised will arrive, as far as is known now.
-- formula: outlook at completion / all planned
-- edge cases: null when nothing is planned
-- source: M7
create or replace macro lifetime_realization(outlook_at_completion, planned_lifetime) as
ratio(outlook_at_completion, planned_lifetime);

-- tests
select lifetime_realization(430, 600) = 430 / 600;
select lifetime_realization(360, 350) > 1;
select lifetime_realization(10, 0) is null;
