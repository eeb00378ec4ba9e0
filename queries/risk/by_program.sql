-- What may the open risks of each program cost, and is its contingency enough?
with

scope_losses as (

    select
        program_id,
        risks,
        runs,
        percent,
        loss_low,
        loss,
        loss_high,
    from loss_percentiles
    where scope = 'program'

),

losses as (

    select
        program_id,
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
    group by program_id

),

threatened as (

    select
        program_id,
        count(*) as benefits_at_risk,
        sum(remaining) as benefit_remaining,
        sum(at_risk) as benefit_at_risk,
    from threatened_benefits($as_of, $case, $program_id, $project_id)
    group by program_id

)

select
    programs.program_id,
    programs.program,
    programs.currency,
    programs.price_base,
    coalesce(listed.risks, 0) as risks,
    coalesce(listed.open_risks, 0) as open_risks,
    coalesce(listed.counted_risks, 0) as counted_risks,
    coalesce(listed.carried_risks, 0) as carried_risks,
    coalesce(listed.risks_without_estimate, 0) as risks_without_estimate,
    coalesce(listed.risks_of_ended_projects, 0) as risks_of_ended_projects,
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
        where reached.program_id = programs.program_id and reached.loss <= cost.contingency_left
    ) as covered_percent,
    coalesce(threatened.benefits_at_risk, 0) as benefits_at_risk,
    cast(coalesce(threatened.benefit_remaining, 0) as decimal(38, 12)) as benefit_remaining,
    cast(coalesce(threatened.benefit_at_risk, 0) as decimal(38, 12)) as benefit_at_risk,
from programs
left join risk_groups($as_of, $case, $program_id, $project_id, 'program') as listed
    on listed.program_id = programs.program_id
left join losses on losses.program_id = programs.program_id
left join threatened on threatened.program_id = programs.program_id
left join cost_groups($as_of, $case, $program_id, $project_id, 'program') as cost
    on cost.program_id = programs.program_id
where
    ($program_id is null or programs.program_id = $program_id)
    and ($project_id is null or listed.program_id is not null)
order by programs.program_id
