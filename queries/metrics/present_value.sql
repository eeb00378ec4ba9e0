-- value: Present value
-- means: What a row of yearly or monthly amounts is worth in year 0.
-- formula: the sum of amount x discount factor, in the order of time; the first amount is not discounted, in the spreadsheet convention by one year
-- edge cases: unknown amounts give null; nothing at all is 0
-- source: Value for money; Adobe FormCalc NPV (spreadsheet convention); HM Treasury, The Green Book (year 0 undiscounted)
create or replace macro present_value(amounts, rate, is_declining, first_step, steps_a_year) as
case
    when len(amounts) = 0 then cast(0 as double)
    else
        list_sum(
            [
                amounts[place]
                * discount_factor(
                    (first_step + place - 1) / cast(steps_a_year as double), rate, is_declining
                )
                for place in range(1, len(amounts) + 1)
            ]
        )
end;

-- tests
select round(present_value([5000::double], 0.065, false, 1, 1), 11) = 4694.83568075117;
select round(present_value([500::double, 1500, 4000, 10000], 0.10, false, 1, 1), 10) = 11529.6086332901;
select round(present_value([-100::double, 30, 30, 30, 30, 30], 0.035, false, 0, 1), 6) = 35.451571;
select round(present_value([-100::double, 50, 50, 50], 0.035, false, 0, 1), 6) = 40.081849;
select round(present_value([100::double, 50, 50], 0.035, false, 0, 1), 6) = 194.984714;
select round(present_value([0::double, 0, 0, 50, 100], 0.035, false, 0, 1), 6) = 132.241358;
select round(present_value([-500::double, -100, 300, 300, 300], 0.035, false, 0, 1), 4) = 215.4503;
select round(present_value([-520::double, -180, 150, 270, 330], 0.035, false, 0, 1), 4) = -22.7860;
select round(present_value([0::double, 0, 0, 0, 0, 0, 10.35], 0.1025, false, 0, 12), 6) = 9.857143;
select present_value([]::double[], 0.035, false, 0, 1) = 0;
select present_value(null::double[], 0.035, false, 0, 1) is null;
