-- value: Return on investment
-- means: What is left of the benefits after the costs, as a share of the costs, whenever they fall.
-- formula: (benefits - costs) / costs, not discounted
-- edge cases: null when the costs are zero or below, or anything is not known
-- source: Value for money; NAO, shared service centres
create or replace macro return_on_investment(benefits, costs) as
case when costs > 0 then ratio(benefits - costs, costs) end;

-- tests
select round(return_on_investment(484, 159), 2) = 2.04;
select return_on_investment(900, 600) = 0.5;
select round(return_on_investment(750, 700), 4) = 0.0714;
select return_on_investment(90, 0) is null;
select return_on_investment(90, -4) is null;
select return_on_investment(null, 4) is null;
