-- What would this change?
with

worth as (

    select *
    from
        valued_programs(
            $as_of,
            $case,
            $program_id,
            $project_id,
            ['outlook'],
            [
                scenario_of('base', $rate, $schedule, $convention, $optimism_bias, $mitigated),
                scenario_of(
                    'changed',
                    coalesce($at_rate, $rate),
                    $schedule,
                    $convention,
                    $optimism_bias + $at_bias,
                    $mitigated,
                    $adoption,
                    $adoption_benefit,
                    $slip_project,
                    $slip_months,
                    $slip_costs,
                    $cost_growth
                )
            ],
            false
        )

),

timed as (

    select
        program_id,
        scenario,
        sum(gross) as to_come,
        centre_of_gravity(
            months_at_end_of(period_end), case when period_end < date '9999-12-31' then gross end
        ) as centre,
        centre_of_gravity(
            months_at_end_of(period_end), case when period_end < date '9999-12-31' then costs end
        ) as cost_centre,
    from
        money_flows(
            $as_of,
            $case,
            $program_id,
            $project_id,
            ['outlook'],
            [
                scenario_of('base', $rate, $schedule, $convention, $optimism_bias, $mitigated),
                scenario_of(
                    'changed',
                    $rate,
                    $schedule,
                    $convention,
                    $optimism_bias,
                    $mitigated,
                    $adoption,
                    $adoption_benefit,
                    $slip_project,
                    $slip_months,
                    $slip_costs
                )
            ],
            false
        )
    where is_to_come
    group by program_id, scenario

),

paid as (

    select
        *,
        payback_years(flow_by_step, first_step, steps_a_year) as payback,
    from worth

)

select
    programs.program_id,
    programs.program,
    programs.currency,
    base.year_0,
    base.discount_rate as base_discount_rate,
    cast(base.benefits as decimal(38, 12)) as base_benefits,
    cast(base.costs as decimal(38, 12)) as base_costs,
    base.net_present_value as base_net_present_value,
    base.benefit_cost_ratio as base_benefit_cost_ratio,
    base.payback as base_payback_years,
    cast(timed_base.to_come as decimal(38, 12)) as base_to_come,
    day_at(timed_base.centre) as base_centre,
    changed.discount_rate as changed_discount_rate,
    cast(changed.benefits as decimal(38, 12)) as changed_benefits,
    cast(changed.costs as decimal(38, 12)) as changed_costs,
    changed.net_present_value as changed_net_present_value,
    changed.benefit_cost_ratio as changed_benefit_cost_ratio,
    changed.payback as changed_payback_years,
    cast(timed_changed.to_come as decimal(38, 12)) as changed_to_come,
    day_at(timed_changed.centre) as changed_centre,
    cast(changed.benefits - base.benefits as decimal(38, 12)) as benefits_change,
    cast(changed.costs - base.costs as decimal(38, 12)) as costs_change,
    changed.net_present_value - base.net_present_value as net_present_value_change,
    round((changed.payback - base.payback) * 12, 9) as payback_months_later,
    round(timed_changed.centre - timed_base.centre, 9) as benefits_months_later,
    round(timed_changed.cost_centre - timed_base.cost_centre, 9) as costs_months_later,
    [changed.benefits, changed.costs] <> [base.benefits, base.costs]
    or [changed.discount_rate, changed.net_present_value, timed_changed.centre, timed_changed.cost_centre]
    <> [base.discount_rate, base.net_present_value, timed_base.centre, timed_base.cost_centre] as is_changed,
from programs
inner join paid as base on base.program_id = programs.program_id and base.scenario = 'base'
inner join paid as changed on changed.program_id = programs.program_id and changed.scenario = 'changed'
left join timed as timed_base
    on timed_base.program_id = programs.program_id and timed_base.scenario = 'base'
left join timed as timed_changed
    on timed_changed.program_id = programs.program_id and timed_changed.scenario = 'changed'
order by programs.program_id
