-- The flows of money_flows by step of time, from year 0 on: one row per program, scenario, series and step,
-- without gaps; `by_project` also by project, with what belongs to none (null). A step is a fiscal year, or a
-- month when the scenario discounts by month. Totals without a date have no step (null) and stand in a row of
-- their own. Parameters as for money_flows.
create or replace macro money_steps(
    wanted_date, wanted_case, wanted_program, wanted_project, wanted_series, scenarios, by_project
) as table
    with

    scenario as (

        select
            it.name as scenario,
            it.convention = 'monthly' as is_monthly,
        from (select unnest(scenarios) as it) as given

    ),

    clock as (

        select
            money_clocks.program_id,
            money_clocks.year_0,
            money_clocks.starts_on as year_0_starts_on,
            programs.fiscal_year_start_month as start_month,
        from money_clocks
        inner join programs on programs.program_id = money_clocks.program_id

    ),

    placed as materialized (

        select
            flow.program_id,
            case when by_project then flow.project_id end as project_id,
            flow.scenario,
            flow.series,
            case
                when flow.period_end = date '9999-12-31' then null
                -- Only zeros lie before year 0.
                when scenario.is_monthly
                    then greatest(datediff('month', clock.year_0_starts_on, flow.period_end), 0)
                else greatest(fiscal_year(flow.period_end, clock.start_month) - clock.year_0, 0)
            end as step,
            flow.net,
            flow.gross,
            flow.costs,
        from
            money_flows(
                wanted_date,
                wanted_case,
                wanted_program,
                wanted_project,
                wanted_series,
                scenarios,
                by_project
            ) as flow
        inner join scenario on scenario.scenario = flow.scenario
        left join clock on clock.program_id = flow.program_id

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

    owners as (

        select distinct
            program_id,
            project_id,
        from placed

    ),

    kinds as (select unnest(wanted_series) as series),

    gaps as (

        select
            lasting.program_id,
            owners.project_id,
            lasting.scenario,
            kinds.series,
            unnest(range(lasting.last_step + 1)) as step,
            null as net,
            null as gross,
            null as costs,
        from lasting
        inner join owners on owners.program_id = lasting.program_id
        cross join kinds

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
        from (
            select * from placed
            union all
            select * from gaps
        ) as every_one
        group by program_id, project_id, scenario, series, step

    )

    select
        added.program_id,
        added.project_id,
        added.scenario,
        added.series,
        added.step,
        clock.year_0,
        case
            when scenario.is_monthly
                then cast(clock.year_0_starts_on + to_months(cast(added.step as integer)) as date)
            else cast(clock.year_0_starts_on + to_years(cast(added.step as integer)) as date)
        end as starts_on,
        added.net,
        added.gross,
        added.costs,
    from added
    inner join scenario on scenario.scenario = added.scenario
    left join clock on clock.program_id = added.program_id;
