-- What each program is worth: one row per program, scenario and series. Parameters as for money_steps;
-- `by_project` gives a row for each project, and one for what belongs to none (null).
create or replace macro valued_programs(
    wanted_date, wanted_case, wanted_program, wanted_project, wanted_series, scenarios, by_project
) as table
    with

    kinds as (select unnest(wanted_series) as series),

    terms as (select * from discount_terms(wanted_program, scenarios)),

    steps as (

        select *
        from
            money_steps(
                wanted_date, wanted_case, wanted_program, wanted_project, wanted_series, scenarios, by_project
            )

    ),

    rows_of_money as (

        select
            program_id,
            project_id,
            scenario,
            series,
            max(year_0) as year_0,
            min(starts_on) as year_0_starts_on,
            sum(net) as benefits,
            sum(costs) as costs,
            coalesce(sum(net) filter (where step is null), 0) as undated_benefits,
            coalesce(sum(costs) filter (where step is null), 0) as undated_costs,
            list(cast(coalesce(net, 0) as double) order by step) filter (where step is not null)
                as benefits_by_step,
            list(cast(coalesce(costs, 0) as double) order by step) filter (where step is not null)
                as costs_by_step,
            list(cast(coalesce(net, 0) - coalesce(costs, 0) as double) order by step) filter (
                where step is not null
            )
                as flow_by_step,
        from steps
        group by program_id, project_id, scenario, series

    ),

    owners as (

        select
            program_id,
            project_id,
        from rows_of_money

        union

        select
            program_id,
            null as project_id,
        from programs
        where not by_project

    ),

    known as (

        select
            terms.*,
            owners.project_id,
            kinds.series,
            money.year_0,
            money.year_0_starts_on,
            money.benefits,
            money.costs,
            money.undated_benefits,
            money.undated_costs,
            case
                when money.benefits is not null and money.undated_benefits = 0 then money.benefits_by_step
            end
                as benefits_by_step,
            case when money.costs is not null and money.undated_costs = 0 then money.costs_by_step end
                as costs_by_step,
            case
                when
                    money.benefits is not null
                    and money.costs is not null
                    and money.undated_benefits = 0
                    and money.undated_costs = 0
                    then money.flow_by_step
            end as flow_by_step,
        from terms
        inner join owners on owners.program_id = terms.program_id
        cross join kinds
        left join rows_of_money as money
            on
                money.program_id = terms.program_id
                and money.project_id is not distinct from owners.project_id
                and money.scenario = terms.scenario
                and money.series = kinds.series

    )

    -- A layer of its own: what is used twice is else worked out for each.
    select
        *,
        net_present_value(benefits_present_value, costs_present_value) as net_present_value,
        benefit_cost_ratio(benefits_present_value, costs_present_value) as benefit_cost_ratio,
        return_on_investment(benefits, costs) as return_on_investment,
    from (
        select
            *,
            present_value(benefits_by_step, discount_rate, is_declining, first_step, steps_a_year)
                as benefits_present_value,
            present_value(costs_by_step, discount_rate, is_declining, first_step, steps_a_year)
                as costs_present_value,
        from known
    ) as discounted;
