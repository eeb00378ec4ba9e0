-- How much of what was due had arrived, month by month since closure?
with

closed as (

    select distinct
        attribution.program_id,
        attribution.project_id,
        projects.closed_on,
        months_since_closure($as_of, projects.closed_on) as months,
    from attributions as attribution
    inner join projects on projects.project_id = attribution.project_id
    where
        attribution.scope = 'project'
        and projects.status = 'closed'
        and projects.closed_on < $as_of
        and ($program_id is null or attribution.program_id = $program_id)
        and ($project_id is null or attribution.project_id = $project_id)

),

-- Gross amounts that ended after closing and to date, in the month since closing in which they ended.
cells as (

    select
        closed.program_id,
        closed.project_id,
        months_since_closure(total.period_end, closed.closed_on) as month_number,
        total.gross as planned,
        null as realized,
    from closed
    inner join case_choices
        on
            case_choices.program_id = closed.program_id
            and case_choices.case_name = $case
            and case_choices.from_date <= $as_of
            and case_choices.to_date > $as_of
    inner join planned_totals as total
        on
            total.scope = 'project'
            and total.program_id = closed.program_id
            and total.project_id = closed.project_id
            and total.case_version = case_choices.case_version
    where total.period_end > closed.closed_on and total.period_end <= $as_of

    union all

    select
        closed.program_id,
        closed.project_id,
        months_since_closure(total.period_end, closed.closed_on) as month_number,
        null as planned,
        total.gross as realized,
    from closed
    inner join realized_totals as total
        on
            total.scope = 'project'
            and total.program_id = closed.program_id
            and total.project_id = closed.project_id
    where total.period_end > closed.closed_on and total.period_end <= $as_of

),

by_month as (

    select
        program_id,
        project_id,
        month_number,
        sum(planned) as planned,
        sum(realized) as realized,
    from cells
    group by program_id, project_id, month_number

),

-- What fell due in each of those months, and was measured by the status date.
due as (

    select
        closed.program_id,
        closed.project_id,
        months_since_closure(planned.period_end, closed.closed_on) as month_number,
        count(*) as due_cells,
        count(*) filter (
            where exists (
                select 1
                from realized_values as realized
                where
                    realized.benefit_id = planned.benefit_id
                    and realized.amount is not null
                    and realized.period_end <= $as_of
                    and same_time(
                        planned.period_start, planned.period_end, realized.period_start, realized.period_end
                    )
            )
        ) as measured_cells,
    from closed
    inner join attributions as attribution
        on
            attribution.scope = 'project'
            and attribution.program_id = closed.program_id
            and attribution.project_id = closed.project_id
    inner join benefit_plans as plan
        on plan.benefit_id = attribution.benefit_id and plan.is_monetary and plan.is_benefit
    inner join case_choices
        on
            case_choices.program_id = closed.program_id
            and case_choices.case_version = plan.case_version
            and case_choices.case_name = $case
            and case_choices.from_date <= $as_of
            and case_choices.to_date > $as_of
    inner join planned_values as planned
        on planned.benefit_id = plan.benefit_id and planned.case_version = plan.case_version
    where
        planned.period_end > closed.closed_on
        and is_due(planned.amount, planned.period_end, $as_of)
    group by closed.program_id, closed.project_id, month_number

),

-- Every month of every project that has been closed that long, whether anything ended in it or not.
spine as (

    select
        program_id,
        project_id,
        unnest(generate_series(1, months)) as month_number,
    from closed

),

running as (

    select
        spine.program_id,
        spine.project_id,
        spine.month_number,
        coalesce(sum(by_month.planned) over so_far, 0) as planned,
        coalesce(sum(by_month.realized) over so_far, 0) as realized,
        coalesce(due.due_cells, 0) as due_cells,
        coalesce(due.measured_cells, 0) as measured_cells,
    from spine
    left join by_month
        on
            by_month.program_id = spine.program_id
            and by_month.project_id = spine.project_id
            and by_month.month_number = spine.month_number
    left join due
        on
            due.program_id = spine.program_id
            and due.project_id = spine.project_id
            and due.month_number = spine.month_number
    window so_far as (
        partition by spine.program_id, spine.project_id
        order by spine.month_number rows between unbounded preceding and current row
    )

),

curves as (

    select
        program_id,
        case when $by = 'project' then project_id end as project_id,
        month_number,
        count(*) as projects,
        sum(planned) as planned,
        sum(realized) as realized,
        sum(due_cells) as due_cells,
        sum(measured_cells) as measured_cells,
    from running
    group by program_id, case when $by = 'project' then project_id end, month_number

),

placed as (

    select
        program_id,
        project_id,
        dense_rank() over (
            partition by currency, price_base order by planned desc, program_id, project_id
        ) as place,
        count(*) over (partition by currency, price_base) as of_curves,
    from (
        select
            programs.currency,
            programs.price_base,
            curves.program_id,
            curves.project_id,
            max(curves.planned) as planned,
        from curves
        inner join programs on programs.program_id = curves.program_id
        group by programs.currency, programs.price_base, curves.program_id, curves.project_id
        having max(curves.planned) > 0
    ) as totals

)

select
    programs.currency,
    programs.price_base,
    placed.place,
    placed.of_curves,
    curves.program_id,
    programs.program,
    curves.project_id,
    projects.project,
    cast(curves.month_number as integer) as months,
    curves.projects,
    cast(curves.planned as decimal(38, 12)) as planned,
    cast(curves.realized as decimal(38, 12)) as realized,
    cohort_rate(curves.realized, curves.planned, curves.due_cells, curves.measured_cells) as rate,
    cast(curves.due_cells as bigint) as due_cells,
    cast(curves.measured_cells as bigint) as measured_cells,
from curves
inner join placed
    on placed.program_id = curves.program_id and placed.project_id is not distinct from curves.project_id
inner join programs on programs.program_id = curves.program_id
left join projects on projects.project_id = curves.project_id
where placed.place <= $top
order by programs.currency, programs.price_base, placed.place, curves.month_number
