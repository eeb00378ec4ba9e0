-- M13 Progress of a measure that is not money
-- means: How far a measure has moved from where it began to where it should end.
-- formula: (actual - base) / (target - base)
-- edge cases: direction falls out of the formula; null when target and base are the same or one is unknown
-- source: M13; Wovex help 14000056438: base 10, target 2, now 7 is 37.5%
create or replace macro progress(actual, base, target) as
ratio(actual - base, target - base);

-- tests
select progress(7, 10, 2) = 0.375;
select progress(6, 10, 2) = 0.5;
select progress(12, 10, 2) = -0.25;
select progress(7, 10, 10) is null;
select progress(null, 10, 2) is null;
select progress(7, null, 2) is null;
