-- helper: An amount at another adoption
-- formula: amount x adoption, 1 being as it is expected
-- edge cases: at 1 the amount as it is; unknown stays unknown
-- source: What if, adoption by a factor
create or replace macro adopted(amount, adoption) as
cast(cast(amount as decimal(30, 12)) * cast(adoption as decimal(8, 6)) as decimal(38, 12));

-- tests
select adopted(cast(140 as decimal(38, 12)), 0.9) = 126;
select adopted(cast(140 as decimal(38, 12)), 1) = 140;
select adopted(cast(0.333333333333 as decimal(38, 12)), 1.0) = 0.333333333333;
select adopted(cast(null as decimal(38, 12)), 0.9) is null;
