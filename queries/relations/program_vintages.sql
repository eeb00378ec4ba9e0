-- What each program had realized and still expected on every date on which anything of it was forecast, by
-- period: benefits alone (gross), of the whole or a project's share. Parameters as for measured_benefits.
create or replace macro program_vintages(wanted_date, wanted_case, wanted_program, wanted_project) as table
    with

    dates as (

        select
            program_id,
            forecast_as_of,
        from forecast_dates
        where
            forecast_as_of <= wanted_date
            and (wanted_program is null or program_id = wanted_program)

    )

    select
        dates.program_id,
        dates.forecast_as_of,
        total.period_end,
        false as is_to_come,
        total.gross,
    from dates
    inner join realized_totals as total
        on total.program_id = dates.program_id and total.period_end <= dates.forecast_as_of
    where
        (wanted_project is null and total.scope = 'whole')
        or (total.scope = 'project' and total.project_id = wanted_project)

    union all

    select
        dates.program_id,
        dates.forecast_as_of,
        total.period_end,
        true as is_to_come,
        total.gross,
    from dates
    inner join case_choices as choice
        on
            choice.program_id = dates.program_id
            and choice.case_name = wanted_case
            and choice.from_date <= wanted_date
            and choice.to_date > wanted_date
    inner join outlook_totals as total
        on
            total.program_id = dates.program_id
            and total.case_version = choice.case_version
            and total.from_date <= dates.forecast_as_of
            and total.to_date > dates.forecast_as_of
            and total.period_end > dates.forecast_as_of
    where
        (wanted_project is null and total.scope = 'whole')
        or (total.scope = 'project' and total.project_id = wanted_project);
