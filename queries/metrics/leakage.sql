-- M9 Leakage
-- means: What the benefits that fall short will lose, before gains of others are set against it.
-- formula: planned - outlook where that is above zero; summed over benefits, gross leakage
-- edge cases: added benefit by benefit, so that one benefit's gain never hides another's loss; a larger disbenefit leaks too; null where unknown
-- source: M9
create or replace macro leakage(planned_lifetime, outlook_at_completion) as
case
    when planned_lifetime > outlook_at_completion then planned_lifetime - outlook_at_completion
    when planned_lifetime <= outlook_at_completion then planned_lifetime - planned_lifetime
end;

-- tests
select leakage(600, 430) = 170;
select leakage(350, 360) = 0;
select leakage(-80, -90) = 10;
select leakage(null, 5) is null;
