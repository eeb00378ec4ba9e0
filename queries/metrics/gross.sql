-- M24b Attributed amounts added up, benefits alone
-- formula: the sum of weight x amount over benefits that are not disbenefits
-- edge cases: nothing to add is 0
-- source: Rules for all: gross and net
create or replace macro gross(amount, weight, is_benefit) as
coalesce(sum(attributed(amount, weight)) filter (where is_benefit), 0);

-- tests
select gross(amount, cast(1 as decimal(9, 6)), amount > 0) = 320
from (values (cast(140 as decimal(28, 6))), (180), (-90)) as t (amount);
select gross(amount, cast(1 as decimal(9, 6)), false) = 0
from (values (cast(140 as decimal(28, 6)))) as t (amount);
