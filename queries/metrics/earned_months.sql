-- E12 Earned schedule
-- means: How many months of the plan have been done: the time at which it had planned what is earned now.
-- formula: the time at which PV first reached EV, linear between two dates, in months since the start
-- edge cases: 0 when nothing is earned; null when the plan never says when EV is reached
-- source: SPI(t) by earned schedule
create or replace macro earned_months(starts_at, before_at, before_pv, reached_at, reached_pv, ev) as
case
    when ev = 0 then 0
    else
        before_at
        + coalesce(ratio(ev - before_pv, reached_pv - before_pv), 0) * (reached_at - before_at)
        - starts_at
end;

-- tests
select earned_months(100, 103, 3000, 106, 4000, 3500) = 4.5;
select earned_months(100, 100, 0, 103, 3000, 3000) = 3;
select earned_months(100, null, null, null, null, 0) = 0;
select earned_months(100, 103, 3000, null, null, 5000) is null;
