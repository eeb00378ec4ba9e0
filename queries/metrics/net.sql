-- M24a Attributed amounts added up, with disbenefits
-- formula: the sum of weight x amount
-- edge cases: nothing to add is 0
-- source: Rules for all: gross and net
create or replace macro net(amount, weight) as
coalesce(sum(attributed(amount, weight)), 0);

-- tests
select net(amount, cast(weight as decimal(9, 6))) = 230
from (values (cast(140 as decimal(28, 6)), 1), (180, 1), (-90, 1)) as t (amount, weight);
select net(amount, cast(weight as decimal(9, 6))) = 98
from (values (cast(140 as decimal(28, 6)), 0.7)) as t (amount, weight);
select net(amount, cast(1 as decimal(9, 6))) = 0
from (values (cast(140 as decimal(28, 6)))) as t (amount)
where false;
