-- value: Net present value
-- means: What the program is worth in year 0 after all it costs.
-- formula: present value of the benefits (with disbenefits) - present value of the costs
-- edge cases: null when costs or benefits are not known, or when some of them have no date
-- source: Value for money
create or replace macro net_present_value(benefits_present_value, costs_present_value) as
benefits_present_value - costs_present_value;

-- tests
select round(net_present_value(132.241358, 194.984714), 6) = -62.743356;
select net_present_value(null, 5) is null;
select net_present_value(5, null) is null;
