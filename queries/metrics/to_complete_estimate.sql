-- E11 To-complete performance against the estimate
-- means: How cheaply the rest must be done to end at the estimate: by its formula as cheaply as so far.
-- formula: (BAC - EV) / (EAC - AC)
-- edge cases: null when nothing is left to spend
-- source: TCPI(EAC), Budget and earned value
create or replace macro to_complete_estimate(bac, ev, ac) as
ratio(bac - ev, estimate_to_complete(bac, ev, ac));

-- tests
select round(to_complete_estimate(4000, 2500, 2800), 4) = 0.8929;
select to_complete_estimate(4000, 4000, 4100) is null;
