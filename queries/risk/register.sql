-- Which risks are there, the largest first?
with

listed as (

    select
        *,
        round_ceiling(
            max(case when is_counted then impact end) over (partition by currency, price_base)
        ) as impact_scale,
        case
            when is_counted
                then
                    row_number() over (
                        partition by currency, price_base, is_counted
                        order by exposure desc nulls last, risk_id
                    )
        end as place,
    from risks_at($as_of, $case, $program_id, $project_id)
    where is_open

)

select
    listed.currency,
    listed.price_base,
    listed.place,
    listed.risk_id,
    listed.risk,
    listed.level,
    listed.program_id,
    listed.program,
    listed.project_id,
    listed.project,
    listed.project_has_ended,
    listed.category,
    listed.probability,
    listed.impact_low,
    listed.impact,
    listed.impact_high,
    listed.exposure,
    probability_band(listed.probability) as probability_band,
    impact_band(listed.impact, listed.impact_scale) as impact_band,
    listed.impact_scale,
    listed.schedule_impact_days,
    listed.benefit_id,
    listed.benefit,
    listed.benefit_impact,
    listed.response,
    listed.owner,
    listed.status,
    listed.proximity,
    cast(listed.months_until as double) as months_until,
    proximity_band(listed.proximity, listed.months_until) as proximity_band,
    listed.is_counted,
    listed.carried_by,
    carrier.risk as carried_by_risk,
from listed
left join risks as carrier on carrier.risk_id = listed.carried_by
order by listed.currency, listed.price_base, listed.place nulls last, listed.program_id, listed.risk_id
