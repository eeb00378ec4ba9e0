-- Every review on a day: one row per review of a benefit, and per milestone that is a benefit review.
--   wanted_date                       the status date
--   wanted_program, wanted_project    a program, a project and its benefits, or null for all
--   grace_days                        days after the due date before it is overdue
-- State: done by the status date, overdue, due (within the days of grace), or coming.
create or replace macro reviews_at(wanted_date, wanted_program, wanted_project, grace_days) as table
    with

    held as (

        select
            benefits.program_id,
            benefits.benefit_id,
            benefits.benefit as name,
            benefits.owner,
            benefits.owner_until,
            reviews.due_on,
            reviews.held_on as done_on,
            reviews.outcome,
            reviews.reviewer,
        from attributions_of(wanted_program, wanted_project) as attribution
        inner join benefits on benefits.benefit_id = attribution.benefit_id
        inner join reviews on reviews.benefit_id = attribution.benefit_id

        union all

        select
            projects.program_id,
            null as benefit_id,
            concat_ws(': ', projects.project, milestones.milestone) as name,
            projects.project_manager as owner,
            null as owner_until,
            coalesce(milestones.baseline_date, milestones.forecast_date) as due_on,
            milestones.actual_date as done_on,
            null as outcome,
            null as reviewer,
        from milestones
        inner join projects on projects.project_id = milestones.project_id
        where
            milestones.kind = 'benefit review'
            and coalesce(milestones.baseline_date, milestones.forecast_date) is not null
            and (wanted_program is null or projects.program_id = wanted_program)
            and (wanted_project is null or projects.project_id = wanted_project)

    )

    select
        program_id,
        benefit_id,
        name,
        owner,
        owner_until,
        coalesce(owner_until < wanted_date, false) as owner_left,
        due_on,
        case when done_on <= wanted_date then done_on end as done_on,
        case when done_on <= wanted_date then outcome end as outcome,
        reviewer,
        case
            when done_on <= wanted_date then 'done'
            when is_overdue(due_on, grace_days, wanted_date, false) then 'overdue'
            when due_on <= wanted_date then 'due'
            else 'coming'
        end as state,
    from held;
