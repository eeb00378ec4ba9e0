-- What did each project's benefits bring, against its business case?
with

measured as (

    select *
    from measured_groups($as_of, $case, $program_id, $project_id, 'project', $green_from, $amber_from)

),

-- Projects that contribute to nothing are listed all the same.
listed as (

    select
        program_id,
        project_id,
    from measured

    union

    select
        program_id,
        project_id,
    from projects
    where
        ($program_id is null or program_id = $program_id)
        and ($project_id is null or project_id = $project_id)
        and project_id not in (
            select project_id from measured
            where project_id is not null
        )

)

select
    listed.program_id,
    listed.project_id,
    coalesce(projects.project, 'Unattributed') as project,
    projects.status,
    projects.project_manager,
    projects.baseline_finish,
    projects.closed_on,
    programs.currency,
    programs.price_base,
    coalesce(measured.benefits, 0) as benefits,
    measured.gross_planned_to_date,
    measured.gross_realized_to_date,
    measured.gross_realization_rate,
    measured.gross_variance_to_date,
    measured.gross_planned_lifetime,
    measured.gross_realized_share_of_life,
    measured.gross_outlook,
    measured.gross_lifetime_realization,
    measured.gross_variance_at_completion,
    measured.gross_weighted_outlook,
    measured.gross_due_cells,
    measured.gross_measured_cells,
    measured.gross_coverage,
    measured.gross_planned_on_measured,
    measured.gross_realized_on_measured,
    measured.gross_measured_rate,
    measured.gross_verified_to_date,
    measured.gross_verified_share,
    measured.gross_slippage_months,
    measured.net_planned_to_date,
    measured.net_realized_to_date,
    measured.net_realization_rate,
    measured.net_variance_to_date,
    measured.net_planned_lifetime,
    measured.net_realized_share_of_life,
    measured.net_outlook,
    measured.net_lifetime_realization,
    measured.net_variance_at_completion,
    measured.net_weighted_outlook,
    measured.net_due_cells,
    measured.net_measured_cells,
    measured.net_coverage,
    measured.net_planned_on_measured,
    measured.net_realized_on_measured,
    measured.net_measured_rate,
    measured.net_verified_to_date,
    measured.net_verified_share,
    cast(null as double) as net_slippage_months,
    measured.gross_leakage,
    measured.gross_upside,
    measured.gross_slippage_state,
    measured.last_measured,
    measured.late,
    measured.lost,
    measured.rating,
    measured.rating_driver,
from listed
inner join programs on programs.program_id = listed.program_id
left join projects on projects.project_id = listed.project_id
left join measured
    on measured.program_id = listed.program_id and measured.project_id is not distinct from listed.project_id
order by listed.program_id, listed.project_id nulls last
