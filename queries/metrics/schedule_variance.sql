-- E2 Schedule variance
-- means: How much more work than planned was done by now, in money; below zero it is less.
-- formula: EV - PV
-- edge cases: null when either is unknown; drifts to 0 as the work ends, whenever it ends
-- source: SV, Budget and earned value
create or replace macro schedule_variance(ev, pv) as
ev - pv;

-- tests
select schedule_variance(2500, 3000) = -500;
select schedule_variance(2500, null) is null;
