-- What is this program?
with

project_counts as (

    select
        program_id,
        count(*) as projects,
        count(*) filter (where status = 'proposed') as projects_proposed,
        count(*) filter (where status = 'active') as projects_active,
        count(*) filter (where status = 'on hold') as projects_on_hold,
        count(*) filter (where status = 'closing') as projects_closing,
        count(*) filter (where status = 'closed') as projects_closed,
        count(*) filter (where status = 'cancelled') as projects_cancelled,
    from projects
    group by program_id

),

benefit_counts as (

    select
        program_id,
        count(*) as benefits,
        count(*) filter (where kind = 'disbenefit') as disbenefits,
        count(*) filter (where value_type = 'monetary') as benefits_in_money,
        count(*) filter (where owner is null or owner_until < $as_of) as benefits_without_owner,
        count(*) filter (where benefit_id not in (select benefit_id from serves()))
            as benefits_without_objective,
    from benefits
    group by program_id

),

objective_counts as (

    select
        program_id,
        count(*) as objectives,
        count(*) filter (where objective_id not in (select objective_id from serves()))
            as objectives_without_benefit,
    from objectives
    group by program_id

),

case_counts as (

    select
        program_id,
        count(*) as case_versions,
    from case_versions
    where case_version <> ''
    group by program_id

)

select
    programs.program_id,
    programs.program,
    programs.portfolio,
    programs.sponsor,
    programs.program_manager,
    programs.currency,
    programs.price_base,
    programs.fiscal_year_start_month,
    programs.discount_rate,
    programs.start as starts_on,
    programs."end" as ends_on,
    programs.horizon_end,
    coalesce(project_counts.projects, 0) as projects,
    coalesce(project_counts.projects_proposed, 0) as projects_proposed,
    coalesce(project_counts.projects_active, 0) as projects_active,
    coalesce(project_counts.projects_on_hold, 0) as projects_on_hold,
    coalesce(project_counts.projects_closing, 0) as projects_closing,
    coalesce(project_counts.projects_closed, 0) as projects_closed,
    coalesce(project_counts.projects_cancelled, 0) as projects_cancelled,
    coalesce(benefit_counts.benefits, 0) as benefits,
    coalesce(benefit_counts.disbenefits, 0) as disbenefits,
    coalesce(benefit_counts.benefits_in_money, 0) as benefits_in_money,
    coalesce(benefit_counts.benefits_without_owner, 0) as benefits_without_owner,
    coalesce(benefit_counts.benefits_without_objective, 0) as benefits_without_objective,
    coalesce(objective_counts.objectives, 0) as objectives,
    coalesce(objective_counts.objectives_without_benefit, 0) as objectives_without_benefit,
    coalesce(case_counts.case_versions, 0) as case_versions,
from programs
left join project_counts on project_counts.program_id = programs.program_id
left join benefit_counts on benefit_counts.program_id = programs.program_id
left join objective_counts on objective_counts.program_id = programs.program_id
left join case_counts on case_counts.program_id = programs.program_id
where $program_id is null or programs.program_id = $program_id
order by programs.program_id
