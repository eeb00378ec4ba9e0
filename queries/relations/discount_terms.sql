-- How each program is discounted in each scenario: one row per program and scenario.
--   wanted_program   a program, or null for all
--   scenarios        as for money_flows
create or replace macro discount_terms(wanted_program, scenarios) as table
    with

    given as (select unnest(scenarios) as it)

    select
        programs.program_id,
        it.name as scenario,
        coalesce(it.rate, cast(programs.discount_rate as double), 0.035) + it.rate_step as discount_rate,
        it.schedule = 'declining' as is_declining,
        it.convention,
        case it.convention when 'spreadsheet' then 1 else 0 end as first_step,
        case it.convention when 'monthly' then 12 else 1 end as steps_a_year,
    from programs
    cross join given
    where wanted_program is null or programs.program_id = wanted_program;
