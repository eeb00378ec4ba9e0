-- E4 Schedule performance (SPI)
-- means: How much of the work planned by now has been done, in money.
-- formula: EV / PV
-- edge cases: null when nothing was planned; drifts to 1 as the work ends, so SPI(t) stands beside it
-- source: SPI, Budget and earned value
create or replace macro schedule_performance(ev, pv) as
ratio(ev, pv);

-- tests
select round(schedule_performance(2500, 3000), 4) = 0.8333;
select schedule_performance(0, 0) is null;
