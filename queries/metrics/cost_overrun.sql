-- C2 Cost above the approved budget
-- means: How much more than approved it will finally cost; below zero it is less.
-- formula: cost expected - approved budget
-- edge cases: against the baseline for the original case, against the current budget for the current one
-- source: Budget and earned value
create or replace macro cost_overrun(expected, approved) as
expected - approved;

-- tests
select cost_overrun(108, 100) = 8;
select cost_overrun(97, 100) = -3;
