-- M9a Upside
-- formula: outlook - planned where that is above zero; summed over benefits, gross upside
-- edge cases: as for leakage
-- source: M9
create or replace macro upside(planned_lifetime, outlook_at_completion) as
leakage(outlook_at_completion, planned_lifetime);

-- tests
select upside(350, 360) = 10;
select upside(600, 430) = 0;
select upside(null, 5) is null;
