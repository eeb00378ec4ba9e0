-- What is still to come on any date is the latest forecast known then, of periods that end later.
with

dates as (

    select distinct
        benefit_id,
        from_date,
        forecast_to_come,
        forecast_cells,
    from standings() as standings
    where is_monetary

),

known as (

    select
        dates.benefit_id,
        dates.from_date,
        max(value.forecast_as_of) as forecast_as_of,
    from dates
    inner join forecast_values as value
        on value.benefit_id = dates.benefit_id and value.forecast_as_of <= dates.from_date
    group by dates.benefit_id, dates.from_date

),

counted as (

    select
        known.benefit_id,
        known.from_date,
        sum(value.amount) as amount,
        count(value.amount) as cells,
    from known
    inner join forecast_values as value
        on
            value.benefit_id = known.benefit_id
            and value.forecast_as_of = known.forecast_as_of
            and value.period_end > known.from_date
    group by known.benefit_id, known.from_date

)

select
    dates.*,
    counted.amount,
    counted.cells,
from dates
left join counted on counted.benefit_id = dates.benefit_id and counted.from_date = dates.from_date
where
    dates.forecast_to_come <> coalesce(counted.amount, 0)
    or dates.forecast_cells <> coalesce(counted.cells, 0)
