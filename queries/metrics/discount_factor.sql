-- value: What an amount is worth in year 0
-- means: The share of an amount that is left after waiting for it so many years.
-- formula: 1 / (1 + rate) ^ years; declining: the rate for the first 30 years, half a point less to year 75, a whole point less from then on
-- edge cases: year 0 is not discounted; a declining rate never falls below zero; at 3.5% the declining schedule is the Green Book's
-- source: Value for money; HM Treasury, The Green Book, table of discount factors
create or replace macro discount_factor(years, rate, is_declining) as
1
/ case
    when is_declining
        then
            pow(1 + cast(rate as double), least(years, 30))
            * pow(1 + greatest(cast(rate as double) - 0.005, 0), least(greatest(years - 30, 0), 45))
            * pow(1 + greatest(cast(rate as double) - 0.01, 0), greatest(years - 75, 0))
    else pow(1 + cast(rate as double), years)
end;

-- tests
select discount_factor(0, 0.035, false) = 1;
select round(discount_factor(30, 0.035, true), 6) = 0.356278;
select round(discount_factor(31, 0.035, true), 6) = 0.345901;
select round(discount_factor(75, 0.035, true), 6) = 0.094214;
select round(discount_factor(125, 0.035, true) / discount_factor(124, 0.035, true), 9) = round(1 / 1.025, 9);
select round(discount_factor(31, 0.035, false), 6) = round(pow(1.035, -31), 6);
select discount_factor(0.5, 0.21, false) = 1 / 1.1;
select discount_factor(40, 0, true) = 1;
select discount_factor(3, null, false) is null;
