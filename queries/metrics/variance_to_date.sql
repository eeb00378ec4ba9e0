-- M4 Variance to date
-- means: How far realized is above or below what was due by now.
-- formula: realized to date - planned to date
-- edge cases: the same sign for disbenefits, where below zero is unfavourable too
-- source: M4; Broadcom KB 139219: planned 1,000 realized 2,000 is +1,000, favourable
create or replace macro variance_to_date(realized, planned) as
realized - planned;

-- tests
select variance_to_date(2000, 1000) = 1000;
select variance_to_date(10000, 5000) = 5000;
select variance_to_date(-90, -80) = -10;
