-- E13 Schedule performance in time (SPI(t))
-- means: How many months of the plan were done in a month; unlike SPI it does not drift to 1 as the work ends.
-- formula: months earned / months gone by, each project by its budget
-- edge cases: null when no time has gone by; after the last report of a project, its months at that report
-- source: SPI(t) by earned schedule
create or replace macro schedule_performance_in_time(months_earned, months_gone) as
ratio(months_earned, months_gone);

-- tests
select schedule_performance_in_time(4.5, 6) = 0.75;
select schedule_performance_in_time(0, 0) is null;
