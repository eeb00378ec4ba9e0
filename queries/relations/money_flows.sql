-- What programs pay and receive in every period, planned, realized and as the outlook, in each scenario.
--   wanted_date, wanted_case, wanted_program   as for benefits_at
--   wanted_project                             a project's share and its own costs, or null for the whole
--   wanted_series                              a list of planned, outlook, realized
--   scenarios                                  a list of structs, see queries/metrics/scenario_of.sql; a
--                                              scenario changes only what is still to come
--   by_project                                 the part of each project and of what belongs to none, else
--                                              of benefits only where one slips
-- A row is about benefits (costs null) or about costs (benefits null).
create or replace macro money_flows(
    wanted_date, wanted_case, wanted_program, wanted_project, wanted_series, scenarios, by_project
) as table
    with

    scenario as (select unnest(scenarios) as it),

    -- Each program with its case, and whether its parts are looked at one by one.
    choice as (

        select
            program_id,
            case_version,
            by_project
            or wanted_project is not null
            or program_id in (
                select attributions.program_id
                from attributions
                inner join scenario on scenario.it.slip_project = attributions.project_id
            ) as is_split,
        from case_choices
        where
            case_name = wanted_case
            and from_date <= wanted_date
            and to_date > wanted_date
            and (wanted_program is null or program_id = wanted_program)

    ),

    realized as (

        select
            total.program_id,
            total.project_id,
            total.period_end,
            total.net,
            total.gross,
        from realized_totals as total
        inner join choice
            on choice.program_id = total.program_id and choice.is_split = (total.scope <> 'whole')
        where
            total.period_end <= wanted_date
            and (wanted_project is null or total.project_id = wanted_project)

    ),

    -- The benefits that a scenario names, and their periods to come.
    named as (

        select
            plan.program_id,
            plan.benefit_id,
            plan.case_version,
            plan.is_benefit,
            actual.forecast_as_of,
            outlook_method(actual.forecast_cells) as outlook_method,
        from benefit_plans as plan
        inner join choice on choice.program_id = plan.program_id and choice.case_version = plan.case_version
        inner join actual_slices as actual
            on actual.plan = plan.plan and actual.from_date <= wanted_date and actual.to_date > wanted_date
        where plan.is_monetary and plan.benefit_id in (select it.adoption_benefit from scenario)

    ),

    named_cells as (

        select
            named.program_id,
            named.benefit_id,
            named.is_benefit,
            value.period_end,
            value.amount,
        from named
        inner join forecast_values as value
            on
                value.benefit_id = named.benefit_id
                and value.forecast_as_of = named.forecast_as_of
                and value.period_end > wanted_date
        where named.outlook_method = 'forecast'

        union all

        select
            named.program_id,
            named.benefit_id,
            named.is_benefit,
            value.period_end,
            value.amount,
        from named
        inner join planned_values as value
            on
                value.benefit_id = named.benefit_id
                and value.case_version = named.case_version
                and value.period_end > wanted_date
        where named.outlook_method <> 'forecast'

    ),

    cells as (

        select
            'planned' as kind,
            total.program_id,
            total.project_id,
            total.period_end,
            false as is_to_come,
            total.net,
            total.gross,
        from planned_totals as total
        inner join choice
            on
                choice.program_id = total.program_id
                and choice.case_version = total.case_version
                and choice.is_split = (total.scope <> 'whole')
        where
            list_contains(wanted_series, 'planned')
            and (wanted_project is null or total.project_id = wanted_project)

        union all by name

        select
            'realized' as kind,
            program_id,
            project_id,
            period_end,
            false as is_to_come,
            net,
            gross,
        from realized

        union all by name

        -- While nothing is due, nothing realized is known to be nothing.
        select
            'realized' as kind,
            choice.program_id,
            wanted_project as project_id,
            wanted_date as period_end,
            false as is_to_come,
            0 as net,
            0 as gross,
        from choice
        inner join plan_starts
            on
                plan_starts.program_id = choice.program_id
                and plan_starts.case_version = choice.case_version
                and (wanted_project is null or plan_starts.project_id = wanted_project)
        where choice.program_id not in (select program_id from realized)
        group by choice.program_id
        having coalesce(min(plan_starts.first_due) > wanted_date, true)

        union all by name

        select
            'to come' as kind,
            total.program_id,
            total.project_id,
            total.period_end,
            true as is_to_come,
            total.net,
            total.gross,
        from outlook_totals as total
        inner join choice
            on
                choice.program_id = total.program_id
                and choice.case_version = total.case_version
                and choice.is_split = (total.scope <> 'whole')
        where
            list_contains(wanted_series, 'outlook')
            and total.period_end > wanted_date
            and total.from_date <= wanted_date
            and total.to_date > wanted_date
            and (wanted_project is null or total.project_id = wanted_project)

        union all by name

        select
            'named' as kind,
            cell.program_id,
            attribution.project_id,
            cell.period_end,
            true as is_to_come,
            cell.benefit_id,
            attributed(cell.amount, attribution.weight) as net,
            case when cell.is_benefit then net else 0 end as gross,
        from named_cells as cell
        inner join attributions as attribution
            on attribution.benefit_id = cell.benefit_id and attribution.scope <> 'whole'
        where
            cell.amount is not null
            and (wanted_project is null or attribution.project_id = wanted_project)

        union all by name

        select
            'costs' as kind,
            program_id,
            project_id,
            period_end,
            is_to_come,
            approved,
            actual,
            expected,
        from costs_at(wanted_date, wanted_case, wanted_program, wanted_project)

    ),

    -- What is known counts as realized and for the outlook; costs are in every series.
    flows as (

        select
            used.series,
            scenario.it.name as scenario,
            cells.program_id,
            cells.project_id,
            case
                when
                    is_to_come
                    and cells.project_id = scenario.it.slip_project
                    and (cells.kind <> 'costs' or scenario.it.moves_costs)
                    then slipped(cells.period_end, scenario.it.slip_months, wanted_date)
                else cells.period_end
            end as period_end,
            used.series = 'outlook' and cells.is_to_come as is_to_come,
            case
                when cells.kind = 'to come' and scenario.it.adoption_benefit is null
                    then adopted(cells.gross, scenario.it.adoption) + cells.net - cells.gross
                when cells.kind = 'named' then adopted(cells.net, scenario.it.adoption - 1)
                else cells.net
            end as net,
            case
                when cells.kind = 'to come' and scenario.it.adoption_benefit is null
                    then adopted(cells.gross, scenario.it.adoption)
                when cells.kind = 'named' then adopted(cells.gross, scenario.it.adoption - 1)
                else cells.gross
            end as gross,
            case
                when used.series = 'planned'
                    then
                        with_optimism_bias(
                            cells.approved, scenario.it.optimism_bias, scenario.it.mitigated
                        )
                when used.series = 'realized' then cells.actual
                when cells.is_to_come
                    then
                        with_optimism_bias(
                            grown(cells.expected, scenario.it.cost_growth),
                            scenario.it.optimism_bias,
                            scenario.it.mitigated
                        )
                else cells.expected
            end as costs,
        from cells
        inner join
            (
                values
                ('planned', 'planned'),
                ('realized', 'realized'),
                ('realized', 'outlook'),
                ('to come', 'outlook'),
                ('named', 'outlook'),
                ('costs', 'planned'),
                ('costs', 'realized'),
                ('costs', 'outlook')
            ) as used (kind, series)
            on used.kind = cells.kind
        cross join scenario
        where
            list_contains(wanted_series, used.series)
            -- Costs that the series does not know are no flow.
            and case
                when cells.kind <> 'costs' then true
                when used.series = 'planned' then cells.approved is not null
                when used.series = 'realized' then cells.actual is not null
                else cells.expected is not null
            end
            and (cells.benefit_id is null or cells.benefit_id = scenario.it.adoption_benefit)

    )

    select
        series,
        scenario,
        program_id,
        project_id,
        period_end,
        is_to_come,
        cast(net as decimal(38, 12)) as net,
        cast(gross as decimal(38, 12)) as gross,
        cast(costs as decimal(38, 12)) as costs,
    from flows;
