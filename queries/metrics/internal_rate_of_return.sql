-- value: Internal rate of return
-- means: The discount rate at which the program would be worth exactly what it costs.
-- formula: the rate at which the present value of the flow is zero, by halving 60 times an interval that holds it
-- edge cases: null without a change of sign, and outside -90% to 10,000% a year; with several changes of sign the lowest rate of zero or more that fits, else the highest below, and it is flagged
-- source: Value for money
-- noqa: disable=PRS,LT01
create or replace macro internal_rate_of_return(amounts, steps_a_year) as
round(
    list_reduce(
        [[cast(turn as double)] for turn in range(60)],
        lambda held, turn:
            case
                when
                    sign(present_value(amounts, (held[1] + held[2]) / 2, false, 0, steps_a_year)) = held[3]
                    then [(held[1] + held[2]) / 2, held[2], held[3]]
                else [held[1], (held[1] + held[2]) / 2, held[3]]
            end,
        rates_around(amounts, steps_a_year)
    )[2],
    12
);

-- tests
select round(internal_rate_of_return([-500::double, -100, 300, 300, 300], 1), 5) = 0.15613;
select round(internal_rate_of_return([-520::double, -180, 150, 270, 330], 1), 5) = 0.02344;
select internal_rate_of_return([-100::double, 110], 1) = 0.1;
select internal_rate_of_return([-100::double, 50], 1) = -0.5;
select internal_rate_of_return([-100::double, 100], 1) = 0;
select internal_rate_of_return([-1::double, 50], 1) = 49;
select internal_rate_of_return([100::double, -110], 1) = 0.1;
select internal_rate_of_return([-100::double, 230, -132], 1) = 0.1;
select internal_rate_of_return([1::double, -3, 3], 1) is null;
select internal_rate_of_return([100::double, 50], 1) is null;
select internal_rate_of_return([]::double[], 1) is null;
select internal_rate_of_return(null::double[], 1) is null;
select round(internal_rate_of_return([-100::double, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 121], 12), 12) = 0.21;
