-- helper: An estimate in money, to the cent
-- formula: rounded to 2 digits after the point
-- edge cases: null stays null
-- source: rules for all metrics: money is decimal
create or replace macro to_the_cent(amount) as
cast(cast(amount as decimal(26, 2)) as decimal(38, 12));

-- tests
select to_the_cent(cast(4480.000000000001 as double)) = 4480;
select to_the_cent(cast(0.005 as double)) = 0.01;
select to_the_cent(null) is null;
