-- E5 Estimate at completion (EAC)
-- means: What the work will finally cost if the rest costs as much per unit as the work done so far.
-- formula: BAC / CPI, to the cent
-- edge cases: null when nothing was earned or spent
-- source: EAC, Budget and earned value
create or replace macro estimate_at_completion(bac, ev, ac) as
to_the_cent(bac / nullif(cost_performance(ev, ac), 0));

-- tests
select estimate_at_completion(4000, 2500, 2800) = 4480;
select estimate_at_completion(4000, 0, 2800) is null;
select estimate_at_completion(4000, 0, 0) is null;
