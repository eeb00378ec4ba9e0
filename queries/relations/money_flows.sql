-- What programs pay and receive in every period, planned, realized and as the outlook: by the part of each
-- project and of what belongs to none, in each scenario.
--   wanted_date, wanted_case, wanted_program   as for benefits_at
--   wanted_project                             a project's share and its own costs, or null for the whole
--   wanted_series                              a list of planned, outlook, realized
--   scenarios                                  a list of structs, see queries/value/__init__.py; a scenario
--                                              changes only what is still to come
-- A row is about benefits (costs null) or about costs (benefits null).
create or replace macro money_flows(
    wanted_date, wanted_case, wanted_program, wanted_project, wanted_series, scenarios
) as table
    with

    scenario as (select unnest(scenarios) as it),

    choice as (

        select
            program_id,
            case_version,
        from case_choices
        where
            case_name = wanted_case
            and from_date <= wanted_date
            and to_date > wanted_date
            and (wanted_program is null or program_id = wanted_program)

    ),

    planned as (

        select
            total.program_id,
            total.project_id,
            total.period_end,
            total.net,
            total.gross,
        from planned_totals as total
        inner join choice
            on choice.program_id = total.program_id and choice.case_version = total.case_version
        where
            total.scope <> 'whole'
            and (wanted_project is null or total.project_id = wanted_project)

    ),

    realized as (

        select
            program_id,
            project_id,
            period_end,
            net,
            gross,
        from realized_totals
        where
            scope <> 'whole'
            and period_end <= wanted_date
            and (wanted_program is null or program_id = wanted_program)
            and (wanted_project is null or project_id = wanted_project)

    ),

    -- While nothing is due, nothing realized is known to be nothing.
    nothing_due as (

        select
            choice.program_id,
            wanted_project as project_id,
            wanted_date as period_end,
            0 as net,
            0 as gross,
        from choice
        where
            choice.program_id not in (
                select program_id from planned
                where period_end <= wanted_date and net <> 0
            )
            and choice.program_id in (select program_id from planned)
            and choice.program_id not in (select program_id from realized)

    ),

    to_come as (

        select
            total.program_id,
            total.project_id,
            total.period_end,
            total.net,
            total.gross,
        from outlook_totals as total
        inner join choice
            on choice.program_id = total.program_id and choice.case_version = total.case_version
        where
            total.scope <> 'whole'
            and total.period_end > wanted_date
            and total.from_date <= wanted_date
            and total.to_date > wanted_date
            and (wanted_project is null or total.project_id = wanted_project)

    ),

    -- The periods to come of the benefits that a scenario names.
    named_cells as (

        select
            state.program_id,
            state.benefit_id,
            state.is_benefit,
            coalesce(forecast.period_end, planned_value.period_end) as period_end,
            coalesce(forecast.amount, planned_value.amount) as amount,
        from benefits_at(wanted_date, wanted_case, wanted_program) as state
        left join forecast_values as forecast
            on
                forecast.benefit_id = state.benefit_id
                and forecast.forecast_as_of = state.forecast_as_of
                and forecast.period_end > wanted_date
        left join planned_values as planned_value
            on
                state.forecast_as_of is null
                and planned_value.benefit_id = state.benefit_id
                and planned_value.case_version = state.case_version
                and planned_value.period_end > wanted_date
        where
            state.is_monetary
            and state.benefit_id in (
                select it.adoption_benefit from scenario
                where it.adoption_benefit is not null
            )

    ),

    -- What is to come in a scenario, before it moves in time.
    expected as (

        select
            scenario.it,
            to_come.program_id,
            to_come.project_id,
            to_come.period_end,
            case
                when scenario.it.adoption_benefit is null
                    then adopted(to_come.gross, scenario.it.adoption) + to_come.net - to_come.gross
                else to_come.net
            end as net,
            case
                when scenario.it.adoption_benefit is null then adopted(to_come.gross, scenario.it.adoption)
                else to_come.gross
            end as gross,
        from to_come
        cross join scenario

        union all

        select
            scenario.it,
            cell.program_id,
            attribution.project_id,
            cell.period_end,
            adopted(attributed(cell.amount, attribution.weight), scenario.it.adoption - 1) as net,
            case when cell.is_benefit then net else 0 end as gross,
        from named_cells as cell
        inner join scenario on scenario.it.adoption_benefit = cell.benefit_id
        inner join attributions as attribution
            on attribution.benefit_id = cell.benefit_id and attribution.scope <> 'whole'
        where
            cell.amount is not null
            and (wanted_project is null or attribution.project_id = wanted_project)

    ),

    cost as (

        select
            program_id,
            project_id,
            period_end,
            is_to_come,
            approved as planned,
            actual as realized,
            expected as outlook,
        from costs_at(wanted_date, wanted_case, wanted_program, wanted_project)

    ),

    flows as (

        select
            'planned' as series,
            scenario.it,
            planned.program_id,
            planned.project_id,
            planned.period_end,
            false as is_to_come,
            planned.net,
            planned.gross,
            null as costs,
        from planned
        cross join scenario

        union all

        select
            'planned' as series,
            scenario.it,
            cost.program_id,
            cost.project_id,
            cost.period_end,
            false as is_to_come,
            null as net,
            null as gross,
            with_optimism_bias(cost.planned, scenario.it.optimism_bias, scenario.it.mitigated) as costs,
        from cost
        cross join scenario

        union all

        select
            kind.series,
            scenario.it,
            known.program_id,
            known.project_id,
            known.period_end,
            false as is_to_come,
            known.net,
            known.gross,
            null as costs,
        from (
            select * from realized
            union all
            select * from nothing_due
        ) as known
        cross join scenario
        cross join (values ('realized'), ('outlook')) as kind (series)

        union all

        select
            'realized' as series,
            scenario.it,
            cost.program_id,
            cost.project_id,
            cost.period_end,
            false as is_to_come,
            null as net,
            null as gross,
            cost.realized as costs,
        from cost
        cross join scenario

        union all

        select
            'outlook' as series,
            it,
            program_id,
            project_id,
            case
                when project_id = it.slip_project then slipped(period_end, it.slip_months, wanted_date)
                else period_end
            end as period_end,
            true as is_to_come,
            net,
            gross,
            null as costs,
        from expected

        union all

        select
            'outlook' as series,
            scenario.it,
            cost.program_id,
            cost.project_id,
            case
                when
                    cost.is_to_come
                    and scenario.it.moves_costs
                    and cost.project_id = scenario.it.slip_project
                    then slipped(cost.period_end, scenario.it.slip_months, wanted_date)
                else cost.period_end
            end as period_end,
            cost.is_to_come,
            null as net,
            null as gross,
            case
                when cost.is_to_come
                    then
                        with_optimism_bias(
                            grown(cost.outlook, scenario.it.cost_growth),
                            scenario.it.optimism_bias,
                            scenario.it.mitigated
                        )
                else cost.outlook
            end as costs,
        from cost
        cross join scenario

    )

    select
        series,
        it.name as scenario,
        program_id,
        project_id,
        period_end,
        is_to_come,
        cast(net as decimal(38, 12)) as net,
        cast(gross as decimal(38, 12)) as gross,
        cast(costs as decimal(38, 12)) as costs,
    from flows
    where list_contains(wanted_series, series) and (net is not null or costs is not null);
