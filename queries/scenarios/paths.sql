-- How would the worth of the program build up?
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
    where flow_by_step is not null

),

places as (

    select
        *,
        unnest(range(len(flow_by_step))) as step,
    from worth

),

risen as (

    select
        program_id,
        scenario,
        step,
        present_value(flow_by_step[1:step + 1], discount_rate, is_declining, first_step, steps_a_year)
            as total,
        case
            when steps_a_year = 12 then cast(year_0_starts_on + to_months(cast(step as integer)) as date)
            else cast(year_0_starts_on + to_years(cast(step as integer)) as date)
        end as starts_on,
    from places

)

select
    risen.program_id,
    programs.currency,
    risen.step,
    risen.starts_on,
    fiscal_year(risen.starts_on, programs.fiscal_year_start_month) as fiscal_year,
    max(risen.total) filter (where risen.scenario = 'base') as base,
    max(risen.total) filter (where risen.scenario = 'changed') as changed,
from risen
inner join programs on programs.program_id = risen.program_id
group by
    risen.program_id, programs.currency, risen.step, risen.starts_on, programs.fiscal_year_start_month
order by risen.program_id, risen.step
