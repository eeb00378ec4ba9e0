-- Which programs are on budget but off their benefits?
with

losses as (

    select
        program_id,
        loss as p80,
    from loss_percentiles
    where scope = 'program' and percent = 80

),

compared as (

    select
        programs.program_id,
        programs.program,
        programs.portfolio,
        programs.sponsor,
        programs.currency,
        programs.price_base,
        coalesce(measured.benefits, 0) as benefits,
        measured.gross_planned_lifetime as planned_lifetime,
        measured.gross_planned_to_date as planned_to_date,
        measured.gross_realized_to_date as realized_to_date,
        measured.gross_realization_rate as realization_rate,
        measured.gross_coverage as coverage,
        measured.gross_outlook as outlook,
        measured.gross_lifetime_realization as lifetime_realization,
        measured.gross_slippage_months as slippage_months,
        measured.rating,
        measured.rating_driver,
        cost.approved,
        cost.expected_cost,
        cost.cost_overrun,
        cost.cost_ratio,
        cost.cost_performance,
        cost.contingency_left,
        risk.exposure,
        losses.p80,
        is_over_budget(cost.cost_ratio, $tolerance) as is_over_budget,
        round(measured.gross_realization_rate, 12) >= $green_from as is_on_benefits,
    from programs
    left join
        measured_groups($as_of, $case, $program_id, $project_id, 'program', $green_from, $amber_from)
            as measured
        on measured.program_id = programs.program_id
    left join cost_groups($as_of, $case, $program_id, $project_id, 'program') as cost
        on cost.program_id = programs.program_id
    left join risk_groups($as_of, $case, $program_id, $project_id, 'program') as risk
        on risk.program_id = programs.program_id
    left join losses on losses.program_id = programs.program_id
    where $program_id is null or programs.program_id = $program_id

)

select
    program_id,
    program,
    portfolio,
    sponsor,
    currency,
    price_base,
    benefits,
    planned_lifetime,
    planned_to_date,
    realized_to_date,
    realization_rate,
    coverage,
    outlook,
    lifetime_realization,
    slippage_months,
    rating,
    rating_driver,
    approved,
    expected_cost,
    cost_overrun,
    cost_ratio,
    cost_performance,
    contingency_left,
    exposure,
    p80,
    case
        when is_over_budget is not null and is_on_benefits is not null
            then
                case when is_over_budget then 'over budget' else 'on budget' end
                || case when is_on_benefits then ', on benefits' else ', off benefits' end
    end as quadrant,
from compared
order by currency, price_base, planned_lifetime desc nulls last, program_id
