-- rating: Whether more will be spent than approved
-- formula: cost against budget > 1 + tolerance
-- edge cases: null when cost against budget is unknown; exactly at the tolerance is on budget
-- source: Rating; default tolerance 5%
create or replace macro is_over_budget(share, tolerance) as
round(share, 12) > round(1 + tolerance, 12);

-- tests
select is_over_budget(1.08, 0.05);
select not is_over_budget(1.05, 0.05);
select is_over_budget(null, 0.05) is null;
