-- What the work costs and has earned, added up: one row per group that has a budget or earned value.
--   wanted_date, wanted_case, wanted_program, wanted_project   as for costs_at
--   grouped_by                                                 currency, program or project
-- The rows of a program by project, the program's own (without a project) among them, add up to it.
create or replace macro cost_groups(
    wanted_date, wanted_case, wanted_program, wanted_project, grouped_by
) as table
    with

    parts as (

        select
            program_id,
            project_id,
            baseline,
            current_budget,
            approved,
            case when not is_to_come then approved end as approved_to_date,
            actual,
            expected,
            case when is_to_come then expected end as to_come,
            case when is_assumed then expected end as assumed,
            is_due,
            is_due and actual is not null as is_reported,
            contingency,
            contingency_drawn,
            null as as_of,
            null as bac,
            null as pv,
            null as ev,
            null as ac,
            null as earned_weighted,
            null as gone_weighted,
        from costs_at(wanted_date, wanted_case, wanted_program, wanted_project)

        union all

        select
            program_id,
            project_id,
            null as baseline,
            null as current_budget,
            null as approved,
            null as approved_to_date,
            null as actual,
            null as expected,
            null as to_come,
            null as assumed,
            null as is_due,
            null as is_reported,
            null as contingency,
            null as contingency_drawn,
            as_of,
            bac,
            pv,
            ev,
            ac,
            case
                when
                    months_earned is not null and months_gone is not null
                    then bac * cast(months_earned as decimal(12, 6))
            end
                as earned_weighted,
            case
                when
                    months_earned is not null and months_gone is not null
                    then bac * cast(months_gone as decimal(12, 6))
            end
                as gone_weighted,
        from earned_at(wanted_date, wanted_program, wanted_project)

    ),

    sums as (

        select
            programs.currency,
            programs.price_base,
            case when grouped_by <> 'currency' then parts.program_id end as program_id,
            case when grouped_by = 'project' then parts.project_id end as project_id,
            grouped_by = 'project' and parts.project_id is null as is_own,
            sum(parts.baseline) as baseline,
            sum(parts.current_budget) as current_budget,
            sum(parts.approved) as approved,
            sum(parts.approved_to_date) as approved_to_date,
            sum(parts.actual) as actual_to_date,
            sum(parts.expected) as expected_cost,
            case when count(parts.expected) > 0 then coalesce(sum(parts.to_come), 0) end as cost_to_come,
            coalesce(sum(parts.assumed), 0) as assumed_cost,
            count(*) filter (where parts.is_due) as due_cells,
            count(*) filter (where parts.is_reported) as reported_cells,
            sum(parts.contingency) as contingency,
            sum(parts.contingency_drawn) as contingency_drawn,
            max(parts.as_of) as earned_as_of,
            count(parts.as_of) as earned_projects,
            sum(parts.bac) as bac,
            sum(parts.pv) as pv,
            sum(parts.ev) as ev,
            sum(parts.ac) as ac,
            sum(parts.earned_weighted) as earned_weighted,
            sum(parts.gone_weighted) as gone_weighted,
        from parts
        inner join programs on programs.program_id = parts.program_id
        group by
            programs.currency,
            programs.price_base,
            case when grouped_by <> 'currency' then parts.program_id end,
            case when grouped_by = 'project' then parts.project_id end,
            grouped_by = 'project' and parts.project_id is null

    )

    select
        currency,
        price_base,
        program_id,
        project_id,
        cast(baseline as decimal(38, 12)) as baseline,
        cast(current_budget as decimal(38, 12)) as current_budget,
        cast(approved as decimal(38, 12)) as approved,
        cast(approved_to_date as decimal(38, 12)) as approved_to_date,
        cast(actual_to_date as decimal(38, 12)) as actual_to_date,
        cast(cost_to_come as decimal(38, 12)) as cost_to_come,
        cast(expected_cost as decimal(38, 12)) as expected_cost,
        cast(case when expected_cost is not null then assumed_cost end as decimal(38, 12)) as assumed_cost,
        cast(cost_overrun(expected_cost, approved) as decimal(38, 12)) as cost_overrun,
        cost_ratio(expected_cost, approved) as cost_ratio,
        due_cells,
        reported_cells,
        coverage(reported_cells, due_cells) as cost_coverage,
        cast(contingency as decimal(38, 12)) as contingency,
        cast(contingency_drawn as decimal(38, 12)) as contingency_drawn,
        cast(contingency_left(contingency, contingency_drawn) as decimal(38, 12)) as contingency_left,
        earned_as_of,
        earned_projects,
        cast(bac as decimal(38, 12)) as bac,
        cast(pv as decimal(38, 12)) as pv,
        cast(ev as decimal(38, 12)) as ev,
        cast(ac as decimal(38, 12)) as ac,
        cast(cost_variance(ev, ac) as decimal(38, 12)) as cost_variance,
        cast(schedule_variance(ev, pv) as decimal(38, 12)) as schedule_variance,
        cost_performance(ev, ac) as cost_performance,
        schedule_performance(ev, pv) as schedule_performance,
        schedule_performance_in_time(earned_weighted, gone_weighted) as schedule_performance_in_time,
        estimate_at_completion(bac, ev, ac) as estimate_at_completion,
        cast(estimate_at_budgeted_rate(bac, ev, ac) as decimal(38, 12)) as estimate_at_budgeted_rate,
        cast(estimate_at_both_rates(bac, pv, ev, ac) as decimal(38, 12)) as estimate_at_both_rates,
        cast(estimate_to_complete(bac, ev, ac) as decimal(38, 12)) as estimate_to_complete,
        cast(cost_variance_at_completion(bac, ev, ac) as decimal(38, 12)) as cost_variance_at_completion,
        to_complete_performance(bac, ev, ac) as to_complete_performance,
        to_complete_estimate(bac, ev, ac) as to_complete_estimate,
    from sums;
