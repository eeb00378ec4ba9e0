-- The forecasts of program_vintages, each as a total and its centre of gravity, against the first and the
-- one before: one row per program and forecast.
create or replace macro weighed_vintages(wanted_date, wanted_case, wanted_program, wanted_project) as table
    with

    weighed as (

        select
            program_id,
            forecast_as_of,
            cast(sum(gross) as decimal(38, 12)) as total,
            centre_of_gravity(
                months_at_end_of(period_end), case when period_end < date '9999-12-31' then gross end
            ) as centre,
        from program_vintages(wanted_date, wanted_case, wanted_program, wanted_project)
        group by program_id, forecast_as_of

    )

    select
        *,
        first_value(total) over by_date as first_total,
        first_value(centre) over by_date as first_centre,
        lag(centre) over by_date as centre_before,
        row_number() over by_date as place,
        count(*) over (partition by program_id) as forecasts,
        min(forecast_as_of) over (partition by program_id) as first_as_of,
    from weighed
    window by_date as (partition by program_id order by forecast_as_of);
