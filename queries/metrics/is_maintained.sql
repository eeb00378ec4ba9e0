-- M13c Whether a measure that is to be maintained is inside its tolerance
-- formula: |actual - target| <= tolerance
-- edge cases: without a tolerance it must be equal; null when either is unknown
-- source: M13, maintain
create or replace macro is_maintained(actual, target, tolerance) as
abs(actual - target) <= coalesce(tolerance, 0);

-- tests
select is_maintained(98, 100, 2);
select not is_maintained(97, 100, 2);
select is_maintained(100, 100, null);
select is_maintained(null, 100, 2) is null;
