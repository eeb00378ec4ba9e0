-- E1 Cost variance
-- means: How much less than budgeted the work done has cost; below zero it has cost more.
-- formula: EV - AC
-- edge cases: null when either is unknown
-- source: CV, Budget and earned value
create or replace macro cost_variance(ev, ac) as
ev - ac;

-- tests
select cost_variance(2500, 2800) = -300;
select cost_variance(null, 2800) is null;
