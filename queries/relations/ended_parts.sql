-- What each ended project has in each benefit: one row per benefit and contributing project that had
-- closed or was cancelled by the status date. Amounts are the whole benefit's, `weight` is the share.
--   wanted_date, wanted_case, wanted_program   as for benefits_at
--   wanted_project                             one project, or null for all
-- A closing date that is not known leaves everything that depends on it unknown.
create or replace macro ended_parts(wanted_date, wanted_case, wanted_program, wanted_project) as table
    with

    ended as (

        select
            attribution.program_id,
            attribution.benefit_id,
            attribution.weight,
            projects.project_id,
            projects.status,
            projects.closed_on,
            projects.handed_over_on,
            projects.handover_accepted,
        from attributions as attribution
        inner join projects on projects.project_id = attribution.project_id
        where
            attribution.scope = 'project'
            and has_ended(projects.status, projects.closed_on, wanted_date)
            and (wanted_program is null or attribution.program_id = wanted_program)
            and (wanted_project is null or attribution.project_id = wanted_project)

    ),

    states as (

        select
            state.*,
            benefit_plans.plan,
        from benefits_at(wanted_date, wanted_case, wanted_program) as state
        inner join benefit_plans
            on
                benefit_plans.benefit_id = state.benefit_id
                and benefit_plans.case_version = state.case_version

    ),

    -- Cells that fell due after a closing and were not measured by the status date.
    missing as (

        select
            closing_states.plan,
            closing_states.closed_on,
            count(*) as cells,
        from closing_states
        inner join states on states.plan = closing_states.plan and states.is_monetary
        inner join open_measurements as cell
            on
                cell.plan = closing_states.plan
                and cell.due_on > closing_states.closed_on
                and cell.due_on <= wanted_date
                and cell.measured_on > wanted_date
        group by closing_states.plan, closing_states.closed_on

    )

    select
        ended.program_id,
        ended.benefit_id,
        ended.project_id,
        ended.weight,
        case when ended.status = 'cancelled' then 'cancelled' else 'closed' end as bucket,
        ended.closed_on,
        ended.handed_over_on,
        ended.handover_accepted,
        states.is_benefit,
        states.is_monetary,
        states.first_realized_start,
        states.last_measured,
        states.planned_lifetime,
        -- Totals without a date end on no day that anybody knows.
        ended.closed_on is not null and coalesce(states.last_planned_end, ended.closed_on) < date '9999-12-31'
            as is_dated,
        states.planned_to_date,
        states.realized_to_date,
        closing.planned_to_date as planned_by_closing,
        closing.realized_to_date as realized_by_closing,
        after_closure(states.planned_to_date, closing.planned_to_date) as planned_after,
        after_closure(states.realized_to_date, closing.realized_to_date) as realized_after,
        states.due_cells - closing.due_cells as due_after,
        case
            when not states.is_monetary and ended.closed_on is not null then 0
            else states.due_cells - closing.due_cells - coalesce(missing.cells, 0)
        end as measured_after,
        states.outlook - states.realized_to_date as to_come,
    from ended
    inner join states on states.benefit_id = ended.benefit_id
    left join closing_states as closing
        on closing.plan = states.plan and closing.closed_on = ended.closed_on
    left join missing on missing.plan = states.plan and missing.closed_on = ended.closed_on;
