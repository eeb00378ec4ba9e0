-- M8 Variance at completion
-- means: How much more or less than promised will arrive over the whole life.
-- formula: outlook at completion - all planned
-- edge cases: the same sign for disbenefits
-- source: M8
create or replace macro variance_at_completion(outlook_at_completion, planned_lifetime) as
outlook_at_completion - planned_lifetime;

-- tests
select variance_at_completion(430, 600) = -170;
select variance_at_completion(-90, -80) = -10;
