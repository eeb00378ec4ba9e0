-- R1 Exposure
-- means: What a risk costs on average: how likely it is, times what it costs if it happens.
-- formula: probability x impact; of several risks their sum
-- edge cases: null when either is unknown, and then counted as a risk without an estimate, never as 0; with three impacts the most likely one, the lowest and highest give its range
-- source: Risk on two levels
create or replace macro exposure(probability, impact) as
cast(cast(probability as decimal(9, 6)) * impact as decimal(38, 12));

-- tests
select exposure(0.3, cast(2000000 as decimal(24, 6))) = 600000;
select exposure(null, cast(5 as decimal(24, 6))) is null;
select sum(exposure(p, cast(impact as decimal(24, 6)))) = 5100000
from (values (0.3, 2000000), (0.5, 5000000), (0.2, 10000000)) as t (p, impact);
