-- Why did the outlook change: from the earlier one to the later, cause by cause?
with

caused as (

    select *
    from caused_changes('before', 'after')

),

causes as (

    select
        currency,
        price_base,
        unnest([1, 2, 3, 4, 5, 6, 7]) as place,
        unnest(
            [
                'Benefits added',
                'Benefits gone',
                'Realized values corrected',
                'New periods arrived',
                'Forecasts changed',
                'Case re-baselined',
                'Plan corrected'
            ]
        ) as step,
        unnest([added, gone, corrected, arrived, forecast, rebaselined, plan_corrected]) as amount,
    from caused

),

steps as (

    select
        currency,
        price_base,
        0 as place,
        'Outlook before' as step,
        coalesce(sum(outlook_before), 0) as amount,
        true as is_total,
        count(outlook_before) as benefits,
    from caused
    group by currency, price_base

    union all

    select
        currency,
        price_base,
        place,
        step,
        sum(amount) as amount,
        false as is_total,
        count(*) as benefits,
    from causes
    where amount <> 0
    group by currency, price_base, place, step

    union all

    select
        currency,
        price_base,
        8 as place,
        'Outlook now' as step,
        coalesce(sum(outlook_after), 0) as amount,
        true as is_total,
        count(outlook_after) as benefits,
    from caused
    group by currency, price_base

)

select
    currency,
    price_base,
    step,
    cast(amount as decimal(38, 12)) as amount,
    is_total,
    benefits,
from steps
order by currency, price_base, place
