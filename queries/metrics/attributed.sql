-- M24 The part of an amount that is attributed
-- means: What a project is credited with of a benefit that it shares with others.
-- formula: weight x amount
-- edge cases: exact and never rounded, so that projects and what is attributed to none add up to the program
-- source: M24
create or replace macro attributed(amount, weight) as
cast(amount * weight as decimal(38, 12));

-- tests
select attributed(cast(140 as decimal(28, 6)), cast(0.7 as decimal(9, 6))) = 98;
select attributed(cast(0.01 as decimal(28, 6)), cast(0.333333 as decimal(9, 6))) = 0.00333333;
select attributed(cast(null as decimal(28, 6)), cast(0.5 as decimal(9, 6))) is null;
