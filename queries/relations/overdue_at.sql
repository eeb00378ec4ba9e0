-- Everything overdue on a day: one row per kind, benefit (or project review) and owner.
--   wanted_date, wanted_case, wanted_program, wanted_project   as for measuring_plans
--   grace_days                                                 days after the due date before it is overdue
create or replace macro overdue_at(
    wanted_date, wanted_case, wanted_program, wanted_project, grace_days
) as table
    with

    -- Of each plan what was not measured in time until now; none of it may be overdue.
    late as (

        select
            plan,
            count(*) filter (where is_overdue) as overdue,
            min(due_on) filter (where is_overdue) as oldest_due_on,
            max(due_on) filter (where is_overdue) as newest_due_on,
            sum(planned) filter (where is_overdue) as planned,
            max(due_on) as last_late,
            max(due_on) filter (where measured_on <= wanted_date) as last_measured_late,
            max(timely_before) as timely_before,
        from (
            select
                *,
                is_overdue(due_on, grace_days, wanted_date, measured_on <= wanted_date) as is_overdue,
            from open_measurements
            where due_on <= wanted_date
        ) as by_now
        group by plan
        having count(*) filter (where is_overdue) > 0

    )

    select
        'measurement' as what,
        plans.program_id,
        plans.benefit_id,
        plans.benefit as name,
        plans.owner,
        plans.owner_until,
        plans.owner_left,
        late.overdue,
        late.oldest_due_on,
        late.newest_due_on,
        attributed(late.planned, plans.weight) as planned,
        greatest(
            late.last_measured_late,
            -- What fell due after the last late one was measured in time.
            case when slice.last_due > late.last_late then slice.last_due else late.timely_before end
        ) as last_done_on,
    from measuring_plans(wanted_date, wanted_case, wanted_program, wanted_project) as plans
    inner join late on late.plan = plans.plan
    inner join plan_slices as slice
        on slice.plan = plans.plan and slice.from_date <= wanted_date and slice.to_date > wanted_date

    union all

    select
        'review' as what,
        program_id,
        benefit_id,
        name,
        owner,
        owner_until,
        owner_left,
        count(*) filter (where state = 'overdue') as overdue,
        min(due_on) filter (where state = 'overdue') as oldest_due_on,
        max(due_on) filter (where state = 'overdue') as newest_due_on,
        null as planned,
        max(coalesce(done_on, due_on)) filter (where state = 'done') as last_done_on,
    from reviews_at(wanted_date, wanted_program, wanted_project, grace_days)
    group by program_id, benefit_id, name, owner, owner_until, owner_left
    having count(*) filter (where state = 'overdue') > 0;
