-- When may the open risks happen?
with

banded as (

    select
        currency,
        price_base,
        proximity_band(proximity, months_until) as proximity_band,
        exposure,
        months_until,
    from risks_at($as_of, $case, $program_id, $project_id)
    where is_counted

)

select
    currency,
    price_base,
    proximity_band,
    count(*) as risks,
    cast(coalesce(sum(exposure), 0) as decimal(38, 12)) as exposure,
from banded
group by currency, price_base, proximity_band
order by currency, price_base, min(months_until) nulls last, proximity_band = 'not said', proximity_band
