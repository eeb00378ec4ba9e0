-- E7 Estimate at completion, cost and schedule as so far
-- means: What the work will finally cost if the rest is both as dear and as slow as the work done so far.
-- formula: AC + (BAC - EV) / (CPI x SPI), to the cent
-- edge cases: null when CPI or SPI is unknown or zero
-- source: EAC, Budget and earned value
create or replace macro estimate_at_both_rates(bac, pv, ev, ac) as
ac + to_the_cent((bac - ev) / nullif(cost_performance(ev, ac) * schedule_performance(ev, pv), 0));

-- tests
select estimate_at_both_rates(4000, 3000, 2500, 2800) = 4816;
select estimate_at_both_rates(4000, 3000, 0, 2800) is null;
