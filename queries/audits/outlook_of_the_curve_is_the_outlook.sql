-- What the curve adds after any date is what the benefits still expect then.
with

dates as (

    select distinct
        program_id,
        case_version,
        from_date,
    from outlook_totals

),

curve as (

    select
        dates.program_id,
        dates.case_version,
        dates.from_date,
        sum(total.net) as to_come,
    from dates
    inner join outlook_totals as total
        on
            total.scope = 'whole'
            and total.program_id = dates.program_id
            and total.case_version = dates.case_version
            and total.from_date <= dates.from_date
            and total.to_date > dates.from_date
            and total.period_end > dates.from_date
    group by dates.program_id, dates.case_version, dates.from_date

),

expected as (

    select
        dates.program_id,
        dates.case_version,
        dates.from_date,
        sum(
            still_to_come(
                outlook_method(state.forecast_cells),
                state.forecast_to_come,
                state.planned_lifetime - state.planned_to_date
            )
        ) as to_come,
    from dates
    inner join standings() as state
        on
            state.program_id = dates.program_id
            and state.case_version = dates.case_version
            and state.from_date <= dates.from_date
            and state.to_date > dates.from_date
    where state.is_monetary
    group by dates.program_id, dates.case_version, dates.from_date

)

select
    expected.*,
    curve.to_come as curve_to_come,
from expected
left join curve
    on
        curve.program_id = expected.program_id
        and curve.case_version = expected.case_version
        and curve.from_date = expected.from_date
where coalesce(curve.to_come, 0) <> expected.to_come
