-- E3 Cost performance (CPI)
-- means: What a unit of money spent has brought in budgeted work; below 1 the work costs more than planned.
-- formula: EV / AC
-- edge cases: of several projects the sum of EV over the sum of AC; null when nothing was spent
-- source: CPI, Budget and earned value
create or replace macro cost_performance(ev, ac) as
ratio(ev, ac);

-- tests
select round(cost_performance(2500, 2800), 4) = 0.8929;
select cost_performance(0, 0) is null;
