-- What may the open risks cost, and is the contingency enough?
with

scope_losses as (

    select
        currency,
        price_base,
        risks,
        runs,
        percent,
        loss_low,
        loss,
        loss_high,
    from loss_percentiles
    where ($program_id is null and scope = 'currency') or (scope = 'program' and program_id = $program_id)

),

losses as (

    select
        currency,
        price_base,
        max(loss) filter (where percent = 50) as p50,
        max(loss_low) filter (where percent = 50) as p50_low,
        max(loss_high) filter (where percent = 50) as p50_high,
        max(loss) filter (where percent = 80) as p80,
        max(loss_low) filter (where percent = 80) as p80_low,
        max(loss_high) filter (where percent = 80) as p80_high,
        max(loss) filter (where percent = 90) as p90,
        max(risks) as quantified_risks,
        max(runs) as runs,
    from scope_losses
    group by currency, price_base

),

threatened as (

    select
        currency,
        price_base,
        count(*) as benefits_at_risk,
        sum(remaining) as benefit_remaining,
        sum(at_risk) as benefit_at_risk,
    from threatened_benefits($as_of, $case, $program_id, $project_id)
    group by currency, price_base

)

select
    listed.currency,
    listed.price_base,
    listed.risks,
    listed.open_risks,
    listed.counted_risks,
    listed.carried_risks,
    listed.risks_without_estimate,
    listed.risks_of_ended_projects,
    listed.exposure,
    listed.exposure_program,
    listed.exposure_escalated,
    listed.exposure_project,
    listed.exposure_carried,
    listed.exposure_low,
    listed.exposure_high,
    listed.largest_risk,
    losses.p50,
    losses.p50_low,
    losses.p50_high,
    losses.p80,
    losses.p80_low,
    losses.p80_high,
    losses.p90,
    losses.quantified_risks,
    losses.runs,
    cost.contingency,
    cost.contingency_left,
    contingency_cover(cost.contingency_left, losses.p80) as contingency_cover,
    (
        select max(reached.percent)
        from scope_losses as reached
        where
            reached.currency is not distinct from listed.currency
            and reached.price_base is not distinct from listed.price_base
            and reached.loss <= cost.contingency_left
    ) as covered_percent,
    coalesce(threatened.benefits_at_risk, 0) as benefits_at_risk,
    cast(coalesce(threatened.benefit_remaining, 0) as decimal(38, 12)) as benefit_remaining,
    cast(coalesce(threatened.benefit_at_risk, 0) as decimal(38, 12)) as benefit_at_risk,
from risk_groups($as_of, $case, $program_id, $project_id, 'currency') as listed
left join losses
    on
        losses.currency is not distinct from listed.currency
        and losses.price_base is not distinct from listed.price_base
left join threatened
    on
        threatened.currency is not distinct from listed.currency
        and threatened.price_base is not distinct from listed.price_base
left join cost_groups($as_of, $case, $program_id, $project_id, 'currency') as cost
    on
        cost.currency is not distinct from listed.currency
        and cost.price_base is not distinct from listed.price_base
order by listed.currency, listed.price_base
