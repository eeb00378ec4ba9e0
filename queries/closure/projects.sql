-- Which projects have ended, and what have they returned since?
with

summed as (

    select *
    from closure_groups($as_of, $case, $program_id, $project_id, 'project')

),

-- Projects that contribute to nothing have ended all the same.
listed as (

    select
        program_id,
        project_id,
    from summed

    union

    select
        program_id,
        project_id,
    from projects
    where
        has_ended(status, closed_on, $as_of)
        and ($program_id is null or program_id = $program_id)
        and ($project_id is null or project_id = $project_id)
        and project_id not in (select project_id from summed)

)

select
    listed.program_id,
    programs.program,
    listed.project_id,
    projects.project,
    projects.project_manager,
    projects.status,
    case when projects.status = 'cancelled' then 'cancelled' else 'closed' end as bucket,
    projects.closed_on,
    months_since_closure($as_of, projects.closed_on) as months_since_closure,
    projects.handed_over_on,
    projects.handed_over_to,
    projects.handover_accepted,
    summed.first_realized_start as first_benefit_on,
    handover_to_first_benefit(projects.handed_over_on, summed.first_realized_start)
        as handover_to_first_benefit,
    programs.currency,
    programs.price_base,
    coalesce(summed.benefits, 0) as benefits,
    summed.gross_planned_by_closing,
    summed.gross_realized_by_closing,
    summed.gross_planned_after,
    summed.gross_realized_after,
    summed.gross_post_closure_rate,
    summed.gross_planned_lifetime,
    summed.gross_share_after_closure,
    summed.gross_to_come,
    cast(summed.gross_due_cells as bigint) as gross_due_cells,
    cast(summed.gross_measured_cells as bigint) as gross_measured_cells,
    summed.gross_coverage,
    summed.net_planned_by_closing,
    summed.net_realized_by_closing,
    summed.net_planned_after,
    summed.net_realized_after,
    summed.net_post_closure_rate,
    summed.net_planned_lifetime,
    summed.net_share_after_closure,
    summed.net_to_come,
    cast(summed.net_due_cells as bigint) as net_due_cells,
    cast(summed.net_measured_cells as bigint) as net_measured_cells,
    summed.net_coverage,
from listed
inner join programs on programs.program_id = listed.program_id
inner join projects on projects.project_id = listed.project_id
left join summed on summed.program_id = listed.program_id and summed.project_id = listed.project_id
order by listed.program_id, projects.closed_on desc nulls last, listed.project_id
