-- The flows of money_flows by step of time, from year 0 on: one row per program, scenario, series and step,
-- without gaps; `by_project` also by project, with what belongs to none (null). A step is a fiscal year, or a month when the scenario discounts by month. Year 0 is the first
-- fiscal year in which the program planned, paid or received anything, in any case version, at any date.
-- Totals without a date have no step (null) and stand in a row of their own. Parameters as for money_flows.
create or replace macro money_steps(
    wanted_date, wanted_case, wanted_program, wanted_project, wanted_series, scenarios, by_project
) as table
    with

    flows as materialized (

        select *
        from
            money_flows(
                wanted_date, wanted_case, wanted_program, wanted_project, wanted_series, scenarios
            )

    ),

    -- Those of the whole program and of every version, so that parts and versions have the same year 0.
    moments as (

        select
            program_id,
            min(period_end) as period_end,
        from (
            select
                program_id,
                period_end,
            from planned_totals
            where net <> 0 or gross <> 0
            union all
            select
                program_id,
                period_end,
            from realized_totals
            where net <> 0 or gross <> 0
            union all
            select
                program_id,
                period_end,
            from budget
            where baseline <> 0 or current <> 0 or actual <> 0 or forecast <> 0
        ) as moving
        where wanted_program is null or program_id = wanted_program
        group by program_id

    ),

    clock as (

        select
            programs.program_id,
            programs.fiscal_year_start_month,
            fiscal_year(moments.period_end, programs.fiscal_year_start_month) as year_0,
        from programs
        inner join moments on moments.program_id = programs.program_id
        where moments.period_end < date '9999-12-31'

    ),

    scenario as (

        select
            it.name as scenario,
            it.convention = 'monthly' as is_monthly,
        from (select unnest(scenarios) as it) as given

    ),

    placed as (

        select
            flows.program_id,
            case when by_project then flows.project_id end as project_id,
            flows.scenario,
            flows.series,
            flows.net,
            flows.gross,
            flows.costs,
            case
                when flows.period_end = date '9999-12-31' then null
                when scenario.is_monthly
                    then
                        -- Only zeros lie before year 0.
                        greatest(
                            datediff(
                                'month',
                                fiscal_year_start(clock.year_0, clock.fiscal_year_start_month),
                                flows.period_end
                            ),
                            0
                        )
                else
                    greatest(
                        fiscal_year(flows.period_end, clock.fiscal_year_start_month) - clock.year_0, 0
                    )
            end as step,
        from flows
        inner join scenario on scenario.scenario = flows.scenario
        left join clock on clock.program_id = flows.program_id

    ),

    added as (

        select
            program_id,
            project_id,
            scenario,
            series,
            step,
            sum(net) as net,
            sum(gross) as gross,
            sum(costs) as costs,
        from placed
        group by program_id, project_id, scenario, series, step

    ),

    -- Every series has the steps of the longest; one without amounts has them too.
    lasting as (

        select
            program_id,
            scenario,
            max(step) as last_step,
        from placed
        group by program_id, scenario

    ),

    kinds as (select unnest(wanted_series) as series),

    owners as (

        select distinct
            program_id,
            project_id,
        from placed

    ),

    steps as (

        select
            lasting.program_id,
            owners.project_id,
            lasting.scenario,
            kinds.series,
            unnest(range(lasting.last_step + 1)) as step,
        from lasting
        inner join owners on owners.program_id = lasting.program_id
        cross join kinds

    )

    select
        coalesce(steps.program_id, added.program_id) as program_id,
        coalesce(steps.project_id, added.project_id) as project_id,
        coalesce(steps.scenario, added.scenario) as scenario,
        coalesce(steps.series, added.series) as series,
        coalesce(steps.step, added.step) as step,
        clock.year_0,
        case
            when coalesce(steps.step, added.step) is null then null
            when scenario.is_monthly
                then
                    cast(
                        fiscal_year_start(clock.year_0, clock.fiscal_year_start_month)
                        + to_months(cast(coalesce(steps.step, added.step) as integer))
                        as date
                    )
            else
                fiscal_year_start(
                    clock.year_0 + coalesce(steps.step, added.step), clock.fiscal_year_start_month
                )
        end as starts_on,
        added.net,
        added.gross,
        added.costs,
    from steps
    full outer join added
        on
            added.program_id = steps.program_id
            and added.project_id is not distinct from steps.project_id
            and added.scenario = steps.scenario
            and added.series = steps.series
            and added.step = steps.step
    inner join scenario on scenario.scenario = coalesce(steps.scenario, added.scenario)
    left join clock on clock.program_id = coalesce(steps.program_id, added.program_id);
