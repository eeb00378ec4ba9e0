-- R1a Exposure of several risks
-- means: What the risks that are meant cost on average, all together.
-- formula: the sum of their exposures
-- edge cases: risks without an estimate add nothing, and how many they are is said; unknown when none has one; 0 without risks
-- source: Risk on two levels
create or replace macro exposed(exposure, is_meant) as
case
    when count(*) filter (where is_meant) = 0 or count(exposure) filter (where is_meant) > 0
        then coalesce(sum(exposure) filter (where is_meant), 0)
end;

-- tests
select exposed(exposure, is_meant) = 5
from (values (2, true), (3, true), (4, false)) as t (exposure, is_meant);
select exposed(exposure, true) = 2 from (values (2), (null)) as t (exposure);
select exposed(exposure, true) is null from (values (cast(null as integer))) as t (exposure);
select exposed(exposure, false) = 0 from (values (cast(null as integer))) as t (exposure);
