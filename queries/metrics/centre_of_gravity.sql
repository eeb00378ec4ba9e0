-- M17 Centre of gravity in time
-- means: The date around which the benefits arrive, each counted by its amount.
-- formula: sum of position in time x amount / sum of amounts, over periods, by their ends, in months
-- edge cases: null when the amounts add up to zero; of benefits alone
-- source: M17
create or replace macro centre_of_gravity(at_months, amount) as
ratio(
    sum(cast(amount as decimal(24, 6)) * cast(at_months as decimal(12, 6))),
    sum(cast(amount as decimal(24, 6)))
);

-- tests
select centre_of_gravity(at_months, amount) = 24302.5
from (values (24300, 100), (24305, 100)) as t (at_months, amount);
select centre_of_gravity(at_months, amount) = 24304
from (values (24300, 20), (24305, 80)) as t (at_months, amount);
select centre_of_gravity(at_months, amount) is null
from (values (24300, 20), (24305, -20)) as t (at_months, amount);
