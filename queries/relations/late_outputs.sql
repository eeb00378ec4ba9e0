-- Outputs that are late: projects and milestones that came, or are expected, half a month or more after
-- their baseline. What happens after the status date has not happened yet.
--   wanted_date, wanted_program, wanted_project   as for benefits_at; null for all
create or replace macro late_outputs(wanted_date, wanted_program, wanted_project) as table
    with

    dated as (

        select
            'project' as kind,
            project_id as id,
            project as name,
            program_id,
            project_id,
            baseline_finish as planned_on,
            case when actual_finish <= wanted_date then actual_finish else forecast_finish end as expected_on,
            coalesce(actual_finish <= wanted_date, false) as is_done,
        from projects
        where status is distinct from 'cancelled'

        union all

        select
            'milestone' as kind,
            milestones.milestone_id as id,
            concat_ws(': ', projects.project, milestones.milestone) as name,
            projects.program_id,
            projects.project_id,
            milestones.baseline_date as planned_on,
            case
                when milestones.actual_date <= wanted_date then milestones.actual_date
                else milestones.forecast_date
            end as expected_on,
            coalesce(milestones.actual_date <= wanted_date, false) as is_done,
        from milestones
        inner join projects on projects.project_id = milestones.project_id

    )

    select
        *,
        round(months_at_end_of(expected_on) - months_at_end_of(planned_on), 9) as months_late,
    from dated
    where
        months_at_end_of(expected_on) - months_at_end_of(planned_on) >= 0.5
        and (wanted_program is null or program_id = wanted_program)
        and (wanted_project is null or project_id = wanted_project);
