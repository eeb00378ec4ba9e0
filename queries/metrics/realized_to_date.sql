-- M2 Realized to date
-- means: What was measured as benefit in the periods that have ended.
-- formula: the sum of realized amounts of periods that end on or before the status date
-- edge cases: a missing value adds nothing and is not a zero (see coverage); cumulative values count by what each adds to the one before, annualized ones by value x months / 12
-- source: M2
create or replace macro realized_to_date(amount, period_end, as_of) as
coalesce(sum(amount) filter (where period_end <= as_of), 0);

-- tests
select realized_to_date(amount, ends, date '2025-03-31') = 50
from (values (10, date '2025-01-31'), (null, date '2025-02-28'), (40, date '2025-03-31')) as t (amount, ends);
select realized_to_date(amount, ends, date '2025-02-28') = 10
from (values (10, date '2025-01-31'), (40, date '2025-03-31')) as t (amount, ends);
