-- What does each program pay and receive, year by year?
with

worth as (

    select
        program_id,
        series,
        discount_rate,
        is_declining,
        first_step,
        steps_a_year,
        benefits is not null as has_benefits,
        costs is not null as has_costs,
    from
        valued_programs(
            $as_of,
            $case,
            $program_id,
            $project_id,
            ['planned', 'outlook', 'realized'],
            [scenario_of('asked', $rate, $schedule, $convention, $optimism_bias, $mitigated)],
            false
        )

),

steps as (

    select *
    from
        money_steps(
            $as_of,
            $case,
            $program_id,
            $project_id,
            ['planned', 'outlook', 'realized'],
            [scenario_of('asked', $rate, $schedule, $convention, $optimism_bias, $mitigated)],
            false
        )
    where step is not null and (series <> 'realized' or starts_on <= $as_of)

),

known as (

    select
        steps.program_id,
        programs.currency,
        steps.series,
        steps.step,
        fiscal_year(steps.starts_on, programs.fiscal_year_start_month) as fiscal_year,
        steps.starts_on,
        case when worth.has_benefits then coalesce(steps.net, 0) end as benefits,
        case when worth.has_costs then coalesce(steps.costs, 0) end as costs,
        discount_factor(
            (worth.first_step + steps.step) / cast(worth.steps_a_year as double),
            worth.discount_rate,
            worth.is_declining
        ) as discount_factor,
    from steps
    inner join worth on worth.program_id = steps.program_id and worth.series = steps.series
    inner join programs on programs.program_id = steps.program_id

),

flows as (

    select
        *,
        cast(benefits - costs as decimal(38, 12)) as flow,
        cast(benefits - costs as double) * discount_factor as discounted_flow,
    from known

)

select
    program_id,
    currency,
    series,
    step,
    fiscal_year,
    starts_on,
    cast(benefits as decimal(38, 12)) as benefits,
    cast(costs as decimal(38, 12)) as costs,
    flow,
    case when flow is not null then cast(sum(flow) over so_far as decimal(38, 12)) end as cumulative_flow,
    discount_factor,
    discounted_flow,
    case when flow is not null then sum(discounted_flow) over so_far end as cumulative_discounted,
from flows
window
    so_far as (
        partition by program_id, series order by step rows between unbounded preceding and current row
    )
order by program_id, list_position(['planned', 'outlook', 'realized'], series), step
