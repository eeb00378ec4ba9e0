-- R2 Share of a benefit at risk
-- means: How much of what a benefit is still to bring its risks take away on average.
-- formula: 1 - the product over its risks of what each leaves: 1 - probability x share lost
-- edge cases: never more than 1, since a benefit is lost once; 0 without risks
-- source: Risk on two levels
create or replace macro share_at_risk(shares_left) as
1 - coalesce(list_aggregate(shares_left, 'product'), 1);

-- tests
select round(share_at_risk([0.85, 0.8]), 12) = 0.32;
select share_at_risk([0.7, 0.0]) = 1;
select share_at_risk(cast([] as double[])) = 0;
select share_at_risk(null) = 0;
