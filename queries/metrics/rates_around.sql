-- value: Rates between which the internal rate of return lies
-- formula: the lower rate, the upper one, and the signs of the present value at both
-- edge cases: null without a change of sign, and outside -90% to 10,000% a year; with several changes of sign the first two neighbours, of a thousand rates from zero up, then from zero down
-- source: Value for money
create or replace macro rates_around(amounts, steps_a_year) as
list_filter(
    [
        [
            pair[1],
            pair[2],
            sign(present_value(amounts, pair[1], false, 0, steps_a_year)),
            sign(present_value(amounts, pair[2], false, 0, steps_a_year))
        ]
        for pair in case
            when sign_changes(amounts) = 1 then [[cast(-0.9 as double), 100]]
            when sign_changes(amounts) > 1
                then
                    list_concat(
                        [
                            [cast(rung * rung / 10000.0 as double), (rung + 1) * (rung + 1) / 10000.0]
                            for rung in range(0, 1000)
                        ],
                        [
                            [cast(-rung / 100.0 as double), (1 - rung) / 100.0]
                            for rung in range(1, 91)
                        ]
                    )
        end
    ],
    lambda held: held[3] <> 0 and held[3] <> held[4]
)[1];

-- tests
select rates_around([-100::double, 110], 1) = [-0.9, 100, 1, -1];
select rates_around([100::double, -50, -60], 1) = [-0.9, 100, -1, 1];
select rates_around([-100::double, 230, -132], 1) = [0.0961, 0.1024, -1, 1];
select rates_around([1::double, 2], 1) is null;
select rates_around([-1::double, 1000], 1) is null;
select rates_around([1::double, -1000], 1) is null;
