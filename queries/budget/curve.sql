-- When was the money to be spent, when was it, and when will it be?
with

by_period as (

    select
        programs.currency,
        programs.price_base,
        cost.period_end,
        sum(cost.approved) as approved,
        sum(cost.actual) as actual,
        sum(cost.expected) as expected,
    from costs_at($as_of, $case, $program_id, $project_id) as cost
    inner join programs on programs.program_id = cost.program_id
    group by programs.currency, programs.price_base, cost.period_end

),

-- The curves of what is spent and of what is expected part at the status date.
dated as (

    select
        currency,
        price_base,
        period_end,
        approved,
        actual,
        expected,
    from by_period

    union all

    select
        currency,
        price_base,
        cast($as_of as date) as period_end,
        null as approved,
        null as actual,
        null as expected,
    from by_period
    group by currency, price_base
    having
        min(period_end) < $as_of
        and max(period_end) > $as_of
        and count(*) filter (where period_end = $as_of) = 0

)

select
    currency,
    price_base,
    period_end,
    cast(coalesce(sum(approved) over so_far, 0) as decimal(38, 12)) as approved,
    cast(case when period_end <= $as_of then sum(actual) over so_far end as decimal(38, 12)) as actual,
    cast(coalesce(sum(expected) over so_far, 0) as decimal(38, 12)) as expected,
from dated
window
    so_far as (
        partition by currency, price_base
        order by period_end
        rows between unbounded preceding and current row
    )
order by currency, price_base, period_end
