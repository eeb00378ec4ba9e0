-- What matters most for the worth of the program?
with

to_come as (

    select
        program_id,
        project_id,
        sum(gross) as amount,
    from
        money_flows(
            $as_of,
            $case,
            $program_id,
            $project_id,
            ['outlook'],
            [scenario_of('base', $rate, $schedule, $convention, $optimism_bias, $mitigated)],
            true
        )
    where is_to_come and project_id is not null
    group by program_id, project_id
    having sum(gross) > 0

),

slipping as (

    select
        program_id,
        project_id,
    from to_come
    qualify row_number() over (partition by program_id order by amount desc, project_id) <= $top

),

rates as (

    select distinct coalesce($rate, cast(discount_rate as double), 0.035) as rate
    from programs
    where $program_id is null or program_id = $program_id

),

-- One scenario a step; of the rate one for each rate that a program has.
drivers as (

    select scenario_of('base', $rate, $schedule, $convention, $optimism_bias, $mitigated) as it

    union all

    select
        scenario_of(
            'adoption ' || steps.side,
            $rate,
            $schedule,
            $convention,
            $optimism_bias,
            $mitigated,
            1 + steps.sign * $adoption_step
        ) as it,
    from (values ('down', -1), ('up', 1)) as steps (side, sign)

    union all

    select
        scenario_of(
            'cost growth ' || steps.side,
            $rate,
            $schedule,
            $convention,
            $optimism_bias,
            $mitigated,
            cost_growth := steps.sign * $cost_step
        ) as it,
    from (values ('down', -1), ('up', 1)) as steps (side, sign)

    union all

    select
        scenario_of(
            'optimism bias ' || steps.side,
            $rate,
            $schedule,
            $convention,
            $optimism_bias + steps.sign * $bias_step,
            $mitigated
        ) as it,
    from (values ('down', -1), ('up', 1)) as steps (side, sign)
    where $optimism_bias + steps.sign * $bias_step >= 0

    union all

    select
        scenario_of(
            'rate ' || rates.rate || ' ' || steps.side,
            rates.rate + steps.sign * $rate_step,
            $schedule,
            $convention,
            $optimism_bias,
            $mitigated
        ) as it,
    from rates
    cross join (values ('down', -1), ('up', 1)) as steps (side, sign)

    union all

    select
        scenario_of(
            'slip ' || project_id,
            $rate,
            $schedule,
            $convention,
            $optimism_bias,
            $mitigated,
            slip_project := project_id,
            slip_months := $slip_step
        ) as it,
    from (select distinct project_id from slipping) as each_project

),

worth as (

    select
        program_id,
        scenario,
        discount_rate,
        net_present_value,
    from
        valued_programs(
            $as_of,
            $case,
            $program_id,
            $project_id,
            ['outlook'],
            (select list(it order by it.name) from drivers),
            false
        )

),

base as (

    select *
    from worth
    where scenario = 'base'

),

effects as (

    select
        base.program_id,
        base.net_present_value as base_net_present_value,
        kind.driver,
        null as project_id,
        down.net_present_value - base.net_present_value as step_down,
        up.net_present_value - base.net_present_value as step_up,
    from base
    cross join (values ('rate'), ('adoption'), ('cost growth'), ('optimism bias')) as kind (driver)
    inner join worth as up
        on
            up.program_id = base.program_id
            and up.scenario
            = case
                when kind.driver = 'rate' then 'rate ' || base.discount_rate
                else kind.driver
            end
            || ' up'
    left join worth as down
        on
            down.program_id = base.program_id
            and down.scenario
            = case
                when kind.driver = 'rate' then 'rate ' || base.discount_rate
                else kind.driver
            end
            || ' down'

    union all

    select
        base.program_id,
        base.net_present_value as base_net_present_value,
        'slip' as driver,
        slipping.project_id,
        null as step_down,
        up.net_present_value - base.net_present_value as step_up,
    from base
    inner join slipping on slipping.program_id = base.program_id
    inner join worth as up
        on up.program_id = base.program_id and up.scenario = 'slip ' || slipping.project_id

)

select
    effects.program_id,
    programs.currency,
    effects.driver,
    effects.project_id,
    coalesce(projects.project, effects.project_id) as project,
    effects.base_net_present_value,
    effects.step_down,
    effects.step_up,
    case
        when effects.step_up is not null
            then greatest(abs(effects.step_up), abs(coalesce(effects.step_down, 0)))
    end as effect,
from effects
inner join programs on programs.program_id = effects.program_id
left join projects on projects.project_id = effects.project_id
order by effects.program_id, effect desc nulls last, effects.driver, effects.project_id
