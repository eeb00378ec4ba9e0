-- value: A cost with optimism bias
-- means: What the costs that are still estimates would be if they run over as such estimates usually do.
-- formula: cost x (1 + bias x (1 - mitigated share))
-- edge cases: no bias leaves the cost as it is; what has been spent carries none
-- source: Value for money; HM Treasury, The Green Book, supplementary guidance on optimism bias
create or replace macro with_optimism_bias(cost, bias, mitigated) as
cast(cost * cast(1 + bias * (1 - mitigated) as decimal(9, 6)) as decimal(38, 12));

-- tests
select with_optimism_bias(cast(100 as decimal(24, 6)), 0.5, 0.5) = 125;
select with_optimism_bias(cast(100 as decimal(24, 6)), 0.0, 0.0) = 100;
select with_optimism_bias(cast(100 as decimal(24, 6)), 0.24, 1.0) = 100;
select with_optimism_bias(cast(null as decimal(24, 6)), 0.24, 0.0) is null;
