-- R3 Benefit at risk
-- means: How much of what a benefit is still to bring is lost on average by its open risks.
-- formula: remaining forecast x (1 - the product of (1 - probability x share lost)), to the cent
-- edge cases: never more than the remaining forecast; 0 when nothing more is to come, and of disbenefits
-- source: Risk on two levels
create or replace macro benefit_at_risk(remaining, shares_left) as
to_the_cent(greatest(remaining, 0) * share_at_risk(shares_left));

-- tests
select benefit_at_risk(cast(290 as decimal(38, 12)), [0.85, 0.8]) = 92.8;
select benefit_at_risk(cast(290 as decimal(38, 12)), [0, 0]) = 290;
select benefit_at_risk(cast(-80 as decimal(38, 12)), [0.5]) = 0;
