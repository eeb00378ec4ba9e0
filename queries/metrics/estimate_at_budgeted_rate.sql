-- E6 Estimate at completion, the rest as budgeted
-- means: What the work will finally cost if all that is left costs what was budgeted for it.
-- formula: AC + BAC - EV
-- edge cases: null when any of them is unknown
-- source: EAC, Budget and earned value
create or replace macro estimate_at_budgeted_rate(bac, ev, ac) as
ac + bac - ev;

-- tests
select estimate_at_budgeted_rate(4000, 2500, 2800) = 4300;
