-- helper: A cost that grows
-- formula: cost x (1 + growth)
-- edge cases: no growth leaves the cost as it is; unknown stays unknown
-- source: What if, cost growth
create or replace macro grown(cost, growth) as
cast(cost * cast(1 + growth as decimal(9, 6)) as decimal(28, 12));

-- tests
select grown(cast(200 as decimal(24, 6)), 0.1) = 220;
select grown(cast(200 as decimal(24, 6)), 0) = 200;
select grown(cast(null as decimal(24, 6)), 0.1) is null;
