-- What matters most for the worth of the program?
with

-- What is to come of each project, by period.
parts as (

    select
        total.program_id,
        total.project_id,
        total.period_end,
        total.net,
        total.gross,
    from outlook_totals as total
    inner join case_choices as choice
        on
            choice.program_id = total.program_id
            and choice.case_version = total.case_version
            and choice.case_name = $case
            and choice.from_date <= $as_of
            and choice.to_date > $as_of
    where
        total.scope = 'project'
        and total.period_end > $as_of
        and total.from_date <= $as_of
        and total.to_date > $as_of
        and ($program_id is null or total.program_id = $program_id)
        and ($project_id is null or total.project_id = $project_id)

),

slipping as (

    select
        program_id,
        project_id,
    from parts
    group by program_id, project_id
    having sum(gross) > 0
    qualify row_number() over (partition by program_id order by sum(gross) desc, project_id) <= $top

),

steps as (

    select
        driver,
        sign,
        case driver when 'base' then driver else driver || if(sign < 0, ' down', ' up') end as scenario,
    from
        (
            values
            ('base', 0),
            ('adoption', -1),
            ('adoption', 1),
            ('cost growth', -1),
            ('cost growth', 1),
            ('optimism bias', -1),
            ('optimism bias', 1),
            ('rate', -1),
            ('rate', 1)
        ) as step (driver, sign)
    where driver <> 'optimism bias' or $optimism_bias + sign * $bias_step >= 0

),

drivers as (

    select
        scenario_of(
            scenario,
            $rate,
            $schedule,
            $convention,
            $optimism_bias + case driver when 'optimism bias' then sign * $bias_step else 0 end,
            $mitigated,
            1 + case driver when 'adoption' then sign * $adoption_step else 0 end,
            cost_growth := case driver when 'cost growth' then sign * $cost_step else 0 end,
            rate_step := case driver when 'rate' then sign * $rate_step else 0 end
        ) as it,
    from steps

),

worth as materialized (

    select
        program_id,
        scenario,
        discount_rate,
        is_declining,
        first_step,
        steps_a_year,
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

-- What slips is worth less where it goes than where it was.
moved as (

    select
        parts.program_id,
        parts.project_id,
        unnest([parts.period_end, slipped(parts.period_end, $slip_step, cast($as_of as date))]) as period_end,
        unnest([-parts.net, parts.net]) as net,
    from parts
    inner join slipping
        on slipping.program_id = parts.program_id and slipping.project_id = parts.project_id
    where parts.period_end < date '9999-12-31'

),

moved_steps as (

    select
        moved.program_id,
        moved.project_id,
        case
            when $convention = 'monthly'
                then greatest(datediff('month', clock.starts_on, moved.period_end), 0)
            else
                greatest(
                    fiscal_year(moved.period_end, programs.fiscal_year_start_month) - clock.year_0, 0
                )
        end as step,
        sum(moved.net) as net,
    from moved
    inner join programs on programs.program_id = moved.program_id
    inner join money_clocks as clock on clock.program_id = moved.program_id
    group by moved.program_id, moved.project_id, step

),

slips as (

    select
        slipping.program_id,
        slipping.project_id,
        list_sum(
            list(
                cast(moved_steps.net as double)
                * discount_factor(
                    (base.first_step + moved_steps.step) / cast(base.steps_a_year as double),
                    base.discount_rate,
                    base.is_declining
                )
                order by moved_steps.step
            )
        ) as difference,
    from slipping
    inner join base on base.program_id = slipping.program_id
    left join moved_steps
        on moved_steps.program_id = slipping.program_id and moved_steps.project_id = slipping.project_id
    group by slipping.program_id, slipping.project_id

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
    inner join worth as up on up.program_id = base.program_id and up.scenario = kind.driver || ' up'
    left join worth as down on down.program_id = base.program_id and down.scenario = kind.driver || ' down'

    union all

    select
        base.program_id,
        base.net_present_value as base_net_present_value,
        'slip' as driver,
        slips.project_id,
        null as step_down,
        case when base.net_present_value is not null then slips.difference end as step_up,
    from base
    inner join slips on slips.program_id = base.program_id

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
