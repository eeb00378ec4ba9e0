-- The dates on which anything of a program was forecast.
create table forecast_dates as
select distinct
    program_id,
    forecast_as_of,
from forecast_values
order by program_id, forecast_as_of;

-- What each forecast of a benefit comes to, with what had been realized by its date, and where it lies in
-- time: its centre of gravity (M17), in months.
create table weighed_forecasts as
with

vintages as (

    select
        benefit_id,
        forecast_as_of,
        lag(forecast_as_of) over (partition by benefit_id order by forecast_as_of) as as_of_before,
    from (
        select distinct
            forecast.benefit_id,
            forecast.forecast_as_of,
        from forecast_values as forecast
        inner join benefit_traits as trait on trait.benefit_id = forecast.benefit_id
        where trait.is_monetary and forecast.amount is not null
    ) as dated

),

cells as (

    select
        vintages.benefit_id,
        vintages.forecast_as_of,
        realized.period_end,
        realized.amount,
        false as is_to_come,
    from vintages
    inner join realized_values as realized
        on
            realized.benefit_id = vintages.benefit_id
            and realized.period_end <= vintages.forecast_as_of
            and (vintages.as_of_before is null or realized.period_end > vintages.as_of_before)
    where realized.amount is not null

    union all

    select
        vintages.benefit_id,
        vintages.forecast_as_of,
        forecast.period_end,
        forecast.amount,
        true as is_to_come,
    from vintages
    inner join forecast_values as forecast
        on
            forecast.benefit_id = vintages.benefit_id
            and forecast.forecast_as_of = vintages.forecast_as_of
            and forecast.period_end > vintages.forecast_as_of
    where forecast.amount is not null

),

-- The position of a period's end in months.
placed as (

    select
        benefit_id,
        forecast_as_of,
        is_to_come,
        amount,
        case when period_end < date '9999-12-31' then cast(amount as decimal(24, 6)) end as dated,
        cast(
            year(period_end) * 12 + month(period_end) - 1
            + day(period_end) / cast(day(last_day(period_end)) as double)
            as decimal(12, 6)
        ) as at_months,
    from cells

),

added as (

    select
        benefit_id,
        forecast_as_of,
        sum(case when is_to_come then amount end) as to_come,
        sum(case when is_to_come then dated end) as to_come_dated,
        sum(case when is_to_come then dated * at_months end) as to_come_moment,
        sum(case when not is_to_come then amount end) as realized,
        sum(case when not is_to_come then dated end) as realized_dated,
        sum(case when not is_to_come then dated * at_months end) as realized_moment,
    from placed
    group by benefit_id, forecast_as_of

),

-- What was realized between two forecasts belongs to the later one and to all that follow.
so_far as (

    select
        vintages.benefit_id,
        vintages.forecast_as_of,
        added.to_come,
        added.to_come_dated,
        added.to_come_moment,
        sum(added.realized) over by_date as realized,
        sum(added.realized_dated) over by_date as realized_dated,
        sum(added.realized_moment) over by_date as realized_moment,
    from vintages
    left join added
        on added.benefit_id = vintages.benefit_id and added.forecast_as_of = vintages.forecast_as_of
    window by_date as (
        partition by vintages.benefit_id
        order by vintages.forecast_as_of
        rows between unbounded preceding and current row
    )

)

select
    benefit_id,
    forecast_as_of,
    cast(coalesce(realized + to_come, realized, to_come) as decimal(38, 6)) as total,
    cast(coalesce(realized_moment + to_come_moment, realized_moment, to_come_moment) as double)
    / nullif(
        cast(coalesce(realized_dated + to_come_dated, realized_dated, to_come_dated) as double), 0
    ) as centre,
from so_far
order by benefit_id, forecast_as_of;
