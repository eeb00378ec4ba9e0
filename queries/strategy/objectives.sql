-- How far do the benefits linked to each objective carry it?
with

served as (

    select
        serves.objective_id,
        count(*) as benefits,
        count(*) filter (where state.is_monetary) as benefits_in_money,
        sum(attributed(state.realized_to_date, attribution.weight)) as net_realized_to_date,
        sum(attributed(state.outlook, attribution.weight)) as net_outlook,
    from benefits_at($as_of, $case, $program_id) as state
    inner join attributions_of($program_id, $project_id) as attribution
        on attribution.benefit_id = state.benefit_id
    inner join serves() as serves on serves.benefit_id = state.benefit_id
    group by serves.objective_id

)

select
    objectives.program_id,
    programs.program,
    objectives.objective_id,
    objectives.objective,
    programs.currency,
    programs.price_base,
    objectives.target,
    objectives.unit,
    objectives.target_date,
    coalesce(served.benefits, 0) as benefits,
    coalesce(served.benefits_in_money, 0) as benefits_in_money,
    cast(served.net_realized_to_date as decimal(38, 12)) as net_realized_to_date,
    cast(served.net_outlook as decimal(38, 12)) as net_outlook,
    objective_coverage(served.net_outlook, objectives.target, objectives.unit, programs.currency)
        as objective_coverage,
from objectives
inner join programs on programs.program_id = objectives.program_id
left join served on served.objective_id = objectives.objective_id
where $program_id is null or objectives.program_id = $program_id
order by objectives.program_id, objectives.objective_id
