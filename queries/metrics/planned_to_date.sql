-- M1 Planned to date
-- means: What the business case promised for the periods that have ended.
-- formula: the sum of planned amounts of periods that end on or before the status date
-- edge cases: a period that ends later is not to date at all; nothing due is 0
-- source: M1
create or replace macro planned_to_date(amount, period_end, as_of) as
coalesce(sum(amount) filter (where period_end <= as_of), 0);

-- tests
select planned_to_date(amount, ends, date '2025-02-28') = 30
from (values (10, date '2025-01-31'), (20, date '2025-02-28'), (40, date '2025-03-31')) as t (amount, ends);
select planned_to_date(amount, ends, date '2025-02-27') = 10
from (values (10, date '2025-01-31'), (20, date '2025-02-28')) as t (amount, ends);
select planned_to_date(amount, ends, date '2024-12-31') = 0
from (values (10, date '2025-01-31')) as t (amount, ends);
