-- E8 Estimate to complete (ETC)
-- means: What is still to be spent if the rest costs as much per unit as the work done so far.
-- formula: EAC - AC
-- edge cases: null when EAC is
-- source: ETC, Budget and earned value
create or replace macro estimate_to_complete(bac, ev, ac) as
estimate_at_completion(bac, ev, ac) - ac;

-- tests
select estimate_to_complete(4000, 2500, 2800) = 1680;
