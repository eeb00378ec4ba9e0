-- Values as written, and beside them amounts that may be added: signed, per period, in the
-- reporting currency of the program. The rules of the model's "value basis" live here, once:
--   per period   the value itself
--   cumulative   what it adds to the last value before it
--   annualized   value x months of the period / 12
--   level        never added: no amount
-- A value that is missing has no amount. Only monetary benefits have amounts.

create temp macro months_between(starts, ends) as
-- months from the start of one day to the end of another; a calendar month is exactly 1
(year(ends) * 12 + month(ends) + day(ends)::double / day(last_day(ends)))
- (year(starts) * 12 + month(starts) + (day(starts) - 1)::double / day(last_day(starts)));

create temp macro currency_code(unit) as
case trim(unit)
    when '€' then 'EUR'
    when '£' then 'GBP'
    else upper(trim(unit))
end;

-- A disbenefit whose values are all written without a sign is stored negative.
create temp table disbenefit_sign as
with

said as (
    select
        benefit_id,
        value,
    from latest_planned_values
    union all
    select
        benefit_id,
        value,
    from latest_forecast_values
    union all
    select
        benefit_id,
        value,
    from latest_realized_values
)

select
    benefit_id,
    case when min(value) >= 0 and max(value) > 0 then -1 else 1 end as sign,
from said
where
    benefit_id in (
        select benefit_id from benefits
        where kind = 'disbenefit' and value_type = 'monetary'
    )
group by benefit_id;

create temp table valued_benefits as
select
    benefits.benefit_id,
    benefits.program_id,
    benefits.value_type = 'monetary' as monetary,
    coalesce(
        benefits.value_basis, case when benefits.value_type = 'monetary' then 'per period' else 'level' end
    )
        as value_basis,
    coalesce(disbenefit_sign.sign, 1) as sign,
    programs.currency as reporting_currency,
    case
        when benefits.value_type = 'monetary' then coalesce(currency_code(benefits.unit), programs.currency)
    end
        as currency,
from benefits
inner join programs on programs.program_id = benefits.program_id
left join disbenefit_sign on disbenefit_sign.benefit_id = benefits.benefit_id;

-- The rate that holds at a period's end: per unit of the reporting currency; 1 where none is needed.
create temp table dated_rates as
select
    currency,
    as_of as from_date,
    coalesce(lead(as_of) over (partition by currency order by as_of), date '9999-12-31') as to_date,
    per_unit_of_reporting_currency as rate,
from rates;

create temp macro in_reporting_currency(amount, rate) as
case when rate is null then amount else cast(round(amount / rate, 6) as decimal(24, 6)) end;

create temp macro per_period(basis, value, previous, starts, ends) as
case basis
    when 'per period' then value
    when 'cumulative' then value - coalesce(previous, 0)
    when 'annualized' then cast(round(value * months_between(starts, ends) / 12, 6) as decimal(24, 6))
end;

-- The values of one series, with what decides their amounts. `latest` names the view or table that holds them.
create temp macro said(latest) as table
    select
        entry.* exclude (value),
        benefit.program_id,
        case when benefit.sign < 0 then -entry.value else entry.value end as value,
        benefit.value_basis,
        benefit.monetary,
        rate.rate,
        benefit.monetary
        and benefit.currency <> benefit.reporting_currency
        and rate.rate is null as rate_missing,
    from query_table(latest) as entry
    inner join valued_benefits as benefit on benefit.benefit_id = entry.benefit_id
    left join dated_rates as rate
        on
            rate.currency = benefit.currency
            and benefit.currency <> benefit.reporting_currency
            and entry.period_end >= rate.from_date
            and entry.period_end < rate.to_date;

-- Every value of every series, once.
create temp view said_values as
select * from said('latest_planned_values')
union all by name
select * from said('latest_forecast_values')
union all by name
select * from said('latest_realized_values');

-- What stood before a cumulative value: the last one of its own series; before the first
-- forecast, what had been realized.
create temp table previous_values as
with

cumulative as (
    select * from said_values
    where value_basis = 'cumulative'
),

own_series as (
    select
        series,
        benefit_id,
        case_version,
        forecast_as_of,
        period_start,
        period_end,
        last_value(value ignore nulls) over (
            partition by series, benefit_id, case_version, forecast_as_of
            order by period_end
            rows between unbounded preceding and 1 preceding
        ) as value,
    from cumulative
),

realized_before as (
    select
        forecast.benefit_id,
        forecast.forecast_as_of,
        forecast.period_start,
        forecast.period_end,
        arg_max(realized.value, realized.period_end) as value,
    from cumulative as forecast
    inner join cumulative as realized
        on
            realized.benefit_id = forecast.benefit_id
            and realized.series = 'realized'
            and realized.value is not null
            and realized.period_end < forecast.period_start
    where forecast.series = 'forecast'
    group by forecast.benefit_id, forecast.forecast_as_of, forecast.period_start, forecast.period_end
)

select
    own_series.* exclude (value),
    coalesce(own_series.value, realized_before.value) as value,
from own_series
left join realized_before
    on
        own_series.series = 'forecast'
        and realized_before.benefit_id = own_series.benefit_id
        and realized_before.forecast_as_of = own_series.forecast_as_of
        and realized_before.period_start = own_series.period_start
        and realized_before.period_end = own_series.period_end;

-- The values of one series with their amounts.
create temp macro valued(latest) as table
    with

    own_currency as (

        select
            entry.*,
            case
                when entry.monetary and not entry.rate_missing
                    then
                        per_period(
                            entry.value_basis,
                            entry.value,
                            previous.value,
                            entry.period_start,
                            entry.period_end
                        )
            end as own_amount,
        from said(latest) as entry
        left join previous_values as previous
            on
                previous.series = entry.series
                and previous.benefit_id = entry.benefit_id
                and previous.case_version is not distinct from entry.case_version
                and previous.forecast_as_of is not distinct from entry.forecast_as_of
                and previous.period_start = entry.period_start
                and previous.period_end = entry.period_end

    )

    select
        *,
        in_reporting_currency(own_amount, rate) as amount,
    from own_currency;
