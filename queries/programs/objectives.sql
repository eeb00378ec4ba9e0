-- Which benefits serve each objective?
with

served as (

    select
        serves.objective_id,
        count(*) as benefits,
        count(*) filter (where measured.is_monetary) as benefits_in_money,
        sum(measured.planned_lifetime) as net_planned_lifetime,
        sum(measured.outlook) as net_outlook,
    from measured_benefits($as_of, $case, $program_id, $project_id, 0.9, 0.7) as measured
    inner join serves() as serves on serves.benefit_id = measured.benefit_id
    group by serves.objective_id

)

select
    objectives.program_id,
    objectives.objective_id,
    objectives.objective,
    objectives.target,
    objectives.unit,
    objectives.target_date,
    objectives.weight,
    programs.currency,
    coalesce(served.benefits, 0) as benefits,
    coalesce(served.benefits_in_money, 0) as benefits_in_money,
    served.net_planned_lifetime,
    served.net_outlook,
from objectives
inner join programs on programs.program_id = objectives.program_id
left join served on served.objective_id = objectives.objective_id
where $program_id is null or objectives.program_id = $program_id
order by objectives.program_id, objectives.objective_id
