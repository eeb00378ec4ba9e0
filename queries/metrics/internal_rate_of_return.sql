-- value: Internal rate of return
-- means: The discount rate at which the program would be worth exactly what it costs.
-- formula: the rate at which the present value of the flow is zero, by halving an interval that holds it
-- edge cases: null without a change of sign, and outside -90 % to 10,000 % a year; with several changes of sign the lowest rate of zero or more that fits, else the highest below, and it is flagged
-- source: Value for money
create or replace macro internal_rate_of_return(amounts, steps_a_year) as
(
    with recursive

    -- Rates from zero up, then from zero down: the first two neighbours between which the value changes sign.
    rates as (

        select
            place,
            case when place < 0 then place / 100.0 else place * place / 10000.0 end as rate,
        from (select unnest(range(-90, 1001)) as place) as places

    ),

    tried as (

        select
            place,
            cast(rate as double) as rate,
            present_value(amounts, rate, false, 0, steps_a_year) as worth,
        from rates
        where sign_changes(amounts) > 0

    ),

    neighbours as (

        select
            place,
            rate,
            worth,
            lead(rate) over (order by place) as next_rate,
            lead(worth) over (order by place) as next_worth,
        from tried

    ),

    bracket as (

        select
            rate,
            next_rate,
            worth,
        from neighbours
        where sign(worth) <> sign(next_worth) and worth <> 0
        order by place < 0, abs(place)
        limit 1

    ),

    narrowing as (

        select
            0 as round,
            rate as low,
            next_rate as high,
            sign(worth) as side,
        from bracket

        union all

        select
            round + 1 as round,
            case
                when sign(present_value(amounts, (low + high) / 2, false, 0, steps_a_year)) = side
                    then (low + high) / 2
                else low
            end as low,
            case
                when sign(present_value(amounts, (low + high) / 2, false, 0, steps_a_year)) = side
                    then high
                else (low + high) / 2
            end as high,
            side,
        from narrowing
        where round < 60

    )

    select round(high, 12)
    from narrowing
    where round = 60
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
