-- Everything that somebody was, or is, to do for a benefit on a day: one row per measurement (a cell of the
-- chosen case, due when its period ends), per review of a benefit, and per milestone that is a benefit review.
--   wanted_date, wanted_case, wanted_program   as for benefits_at
--   wanted_project                             one project and its benefits, or null for all
--   grace_days                                 days after the due date before it is overdue
-- State: done by the status date, overdue, due (within the days of grace), or coming.
create or replace macro appointments(
    wanted_date, wanted_case, wanted_program, wanted_project, grace_days
) as table
    with

    whose as (

        select
            benefits.program_id,
            benefits.benefit_id,
            benefits.benefit,
            benefits.owner,
            benefits.owner_until,
            benefits.value_type = 'monetary' as is_monetary,
            attribution.weight,
        from attributions_of(wanted_program, wanted_project) as attribution
        inner join benefits on benefits.benefit_id = attribution.benefit_id

    ),

    cells as (

        select
            whose.*,
            planned.period_start,
            planned.period_end,
            case when whose.is_monetary then attributed(planned.amount, whose.weight) end as planned,
        from whose
        inner join case_choices
            on
                case_choices.program_id = whose.program_id
                and case_choices.case_name = wanted_case
                and case_choices.from_date <= wanted_date
                and case_choices.to_date > wanted_date
        inner join planned_values as planned
            on planned.benefit_id = whose.benefit_id and planned.case_version = case_choices.case_version
        where
            planned.period_end < date '9999-12-31'
            and case when whose.is_monetary then planned.amount else planned.value end <> 0

    ),

    measurements as (

        select
            'measurement' as what,
            cells.program_id,
            cells.benefit_id,
            cells.benefit as name,
            cells.owner,
            cells.owner_until,
            cells.period_end as due_on,
            cells.planned,
            -- When it was measured is not always said: that it was by the status date is what counts.
            cells.period_end <= wanted_date
            and exists (
                select 1
                from realized_values as realized
                where
                    realized.benefit_id = cells.benefit_id
                    and realized.period_end <= wanted_date
                    and case when cells.is_monetary then realized.amount else realized.value end is not null
                    and same_time(
                        cells.period_start, cells.period_end, realized.period_start, realized.period_end
                    )
            ) as is_done,
            null as done_on,
            null as outcome,
            null as reviewer,
        from cells

    ),

    held as (

        select
            'review' as what,
            whose.program_id,
            whose.benefit_id,
            whose.benefit as name,
            whose.owner,
            whose.owner_until,
            reviews.due_on,
            null as planned,
            coalesce(reviews.held_on <= wanted_date, false) as is_done,
            case when reviews.held_on <= wanted_date then reviews.held_on end as done_on,
            case when reviews.held_on <= wanted_date then reviews.outcome end as outcome,
            reviews.reviewer,
        from whose
        inner join reviews on reviews.benefit_id = whose.benefit_id

        union all

        select
            'review' as what,
            projects.program_id,
            null as benefit_id,
            concat_ws(': ', projects.project, milestones.milestone) as name,
            projects.project_manager as owner,
            null as owner_until,
            coalesce(milestones.baseline_date, milestones.forecast_date) as due_on,
            null as planned,
            coalesce(milestones.actual_date <= wanted_date, false) as is_done,
            case when milestones.actual_date <= wanted_date then milestones.actual_date end as done_on,
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
        *,
        coalesce(owner_until < wanted_date, false) as owner_left,
        case
            when is_done then 'done'
            when is_overdue(due_on, grace_days, wanted_date, is_done) then 'overdue'
            when due_on <= wanted_date then 'due'
            else 'coming'
        end as state,
    from (
        select * from measurements
        union all
        select * from held
    ) as every_one;
