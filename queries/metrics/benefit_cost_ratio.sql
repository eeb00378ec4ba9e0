-- value: Benefit-cost ratio
-- means: What each unit of money spent brings back, both in money of year 0.
-- formula: present value of the benefits (with disbenefits) / present value of the costs
-- edge cases: null when the costs are zero or below, or anything is not known
-- source: Value for money; HM Treasury, The Green Book; NAO, shared service centres
create or replace macro benefit_cost_ratio(benefits_present_value, costs_present_value) as
case when costs_present_value > 0 then ratio(benefits_present_value, costs_present_value) end;

-- tests
select round(benefit_cost_ratio(132.241358, 194.984714), 6) = 0.678214;
select round(benefit_cost_ratio(484, 159), 2) = 3.04;
select benefit_cost_ratio(10, 0) is null;
select benefit_cost_ratio(10, -5) is null;
select benefit_cost_ratio(null, 5) is null;
select benefit_cost_ratio(-5, 10) = -0.5;
