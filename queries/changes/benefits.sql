-- Which benefits moved the outlook most, and why?
with

caused as (

    select
        *,
        greatest(
            abs(added),
            abs(gone),
            abs(corrected),
            abs(arrived),
            abs(forecast),
            abs(rebaselined),
            abs(plan_corrected)
        ) as most,
    from caused_changes('before', 'after')

)

select
    currency,
    price_base,
    program_id,
    program,
    benefit_id,
    benefit,
    cast(outlook_before as decimal(38, 12)) as before,
    cast(outlook_after as decimal(38, 12)) as after,
    cast(change as decimal(38, 12)) as change,
    cast(added as decimal(38, 12)) as added,
    cast(gone as decimal(38, 12)) as gone,
    cast(corrected as decimal(38, 12)) as corrected,
    cast(arrived as decimal(38, 12)) as arrived,
    cast(forecast as decimal(38, 12)) as forecast,
    cast(rebaselined as decimal(38, 12)) as rebaselined,
    cast(plan_corrected as decimal(38, 12)) as plan_corrected,
    case
        when abs(added) = most then 'added'
        when abs(gone) = most then 'gone'
        when abs(rebaselined) = most then 'case re-baselined'
        when abs(forecast) = most then 'forecast changed'
        when abs(arrived) = most then 'new period arrived'
        when abs(corrected) = most then 'values corrected'
        else 'plan corrected'
    end as main_cause,
from caused
where most <> 0 or outlook_before is null or outlook_after is null
order by currency, price_base, abs(change) desc, program_id, benefit_id
