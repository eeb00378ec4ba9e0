-- E10 To-complete performance (TCPI)
-- means: How cheaply the rest must be done to end on budget: above CPI it must go better than so far.
-- formula: (BAC - EV) / (BAC - AC)
-- edge cases: null when all of the budget is spent, since nothing can save it then
-- source: TCPI(BAC), Budget and earned value
create or replace macro to_complete_performance(bac, ev, ac) as
case when ac < bac then ratio(bac - ev, bac - ac) end;

-- tests
select to_complete_performance(4000, 2500, 2800) = 1.25;
select to_complete_performance(4000, 2500, 4000) is null;
select to_complete_performance(4000, 2500, 4100) is null;
