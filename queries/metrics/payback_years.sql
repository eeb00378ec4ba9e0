-- value: Payback, years
-- means: How long it takes from year 0 until the benefits have brought back what was spent.
-- formula: the first time the cumulative flow, not discounted, comes back to zero, linear within the period
-- edge cases: null when it never does, and when there was never anything to bring back; what is spent again later is not looked at
-- source: Value for money
-- noqa: disable=PRS,LT01
create or replace macro payback_years(amounts, first_step, steps_a_year) as
list_transform(
    [cumulative(amounts)],
    lambda totals: list_transform(
        list_filter(
            range(2, len(totals) + 1), lambda place: totals[place] >= 0 and totals[place - 1] < 0
        )[:1],
        lambda place: (first_step + place - 1 - totals[place] / amounts[place])
        / cast(steps_a_year as double)
    )[1]
)[1];

-- tests
select payback_years([-500::double, -100, 300, 300, 300], 0, 1) = 3;
select round(payback_years([-520::double, -180, 150, 270, 330], 0, 1), 3) = 3.848;
select payback_years([-500::double, 100, 100], 0, 1) is null;
select payback_years([100::double, 100], 0, 1) is null;
select payback_years([0::double, -100, 50, 50, 50], 0, 1) = 3;
select payback_years([-10::double, 20, -15, 20], 0, 1) = 0.5;
select payback_years([-10::double, 20], 1, 1) = 1.5;
select payback_years([-12::double, 6, 6], 0, 12) = 2 / 12::double;
select payback_years([]::double[], 0, 1) is null;
select payback_years(null::double[], 0, 1) is null;
