-- The latest earned value of every project on a status date, with its earned schedule: one row per project
-- that reported any.
--   wanted_date      the status date: the latest report on or before it
--   wanted_program   a program, or null for all
--   wanted_project   a project, or null for all
-- The plan is what the reports up to then said it was, from the project's start to its budget at completion
-- on the approved finish.
create or replace macro earned_at(wanted_date, wanted_program, wanted_project) as table
    with

    reports as (

        select
            projects.program_id,
            earned_value.project_id,
            earned_value.as_of,
            earned_value.bac,
            earned_value.pv,
            earned_value.ev,
            earned_value.ac,
            months_at_start_of(projects.baseline_start) as starts_at,
            months_at_end_of(projects.baseline_finish) as finishes_at,
        from earned_value
        inner join projects on projects.project_id = earned_value.project_id
        where
            earned_value.as_of <= wanted_date
            and (wanted_program is null or projects.program_id = wanted_program)
            and (wanted_project is null or earned_value.project_id = wanted_project)

    ),

    latest as (

        select *
        from reports
        qualify row_number() over (partition by project_id order by as_of desc) = 1

    ),

    plan_points as (

        select
            project_id,
            months_at_end_of(as_of) as at_month,
            pv,
        from reports

        union

        select
            project_id,
            starts_at as at_month,
            0 as pv,
        from latest

        union

        select
            project_id,
            finishes_at as at_month,
            bac as pv,
        from latest
        where finishes_at > months_at_end_of(as_of)

    ),

    plan_steps as (

        select
            project_id,
            at_month,
            pv,
            lag(at_month) over through_time as before_at,
            lag(pv) over through_time as before_pv,
        from plan_points
        where at_month is not null and pv is not null
        window through_time as (partition by project_id order by at_month, pv)

    ),

    reached as (

        select plan_steps.*
        from plan_steps
        inner join latest on latest.project_id = plan_steps.project_id
        where plan_steps.pv >= latest.ev and plan_steps.before_at is not null
        qualify
            row_number() over (partition by plan_steps.project_id order by plan_steps.at_month, plan_steps.pv)
            = 1

    )

    select
        latest.program_id,
        latest.project_id,
        latest.as_of,
        latest.bac,
        latest.pv,
        latest.ev,
        latest.ac,
        earned_months(
            latest.starts_at, reached.before_at, reached.before_pv, reached.at_month, reached.pv, latest.ev
        ) as months_earned,
        months_at_end_of(latest.as_of) - latest.starts_at as months_gone,
    from latest
    left join reached on reached.project_id = latest.project_id;
