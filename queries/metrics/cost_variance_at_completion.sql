-- E9 Cost variance at completion (VAC)
-- means: How much of the budget will be left if the rest costs as much per unit as the work done so far.
-- formula: BAC - EAC
-- edge cases: below zero the budget will be exceeded; null when EAC is
-- source: VAC, Budget and earned value
create or replace macro cost_variance_at_completion(bac, ev, ac) as
bac - estimate_at_completion(bac, ev, ac);

-- tests
select cost_variance_at_completion(4000, 2500, 2800) = -480;
