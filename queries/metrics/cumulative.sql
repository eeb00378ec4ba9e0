-- helper: Running totals of a row of amounts
-- formula: at each place the sum of all amounts up to there
-- edge cases: none for no amounts
-- source: Value for money, payback
create or replace macro cumulative(amounts) as
[list_sum(amounts[1:place]) for place in range(1, len(amounts) + 1)];

-- tests
select cumulative([-500::double, -100, 300]) = [-500, -600, -300];
select cumulative([]::double[]) = [];
select cumulative(null::double[]) is null;
