-- C3 Cost against budget
-- means: What it will finally cost, as a share of what was approved.
-- formula: cost expected / approved budget
-- edge cases: null without an approved budget
-- source: Budget and earned value
create or replace macro cost_ratio(expected, approved) as
ratio(expected, approved);

-- tests
select cost_ratio(108, 100) = 1.08;
select cost_ratio(5, 0) is null;
