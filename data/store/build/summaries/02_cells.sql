-- What is planned, realized and forecast in each period, without its texts: benefits and their plans go
-- by number below, which sorts and meets faster than names.

-- Every benefit, with what decides how its values are added.
create temp table benefit_traits as
select
    program_id,
    benefit_id,
    coalesce(kind, 'benefit') <> 'disbenefit' as is_benefit,
    coalesce(value_type, '') = 'monetary' as is_monetary,
from benefits;

-- A plan is a benefit in a case version, be it without values.
create temp table plans as
select
    trait.program_id,
    trait.benefit_id,
    version.case_version,
    trait.is_benefit,
    trait.is_monetary,
    cast(
        row_number() over (order by trait.program_id, trait.benefit_id, version.case_version) as integer
    ) as plan,
from benefit_traits as trait
inner join case_versions as version on version.program_id = trait.program_id;

-- Planned cells. What is measured is the amount of a monetary benefit, else the value as written.
-- A cell without a value is no cell; one that is zero is never due.
create temp table planned_cells as
select
    plans.plan,
    planned.period_start,
    planned.period_end,
    case when plans.is_monetary then planned.amount else planned.value end as measure,
from planned_values as planned
inner join plans on plans.benefit_id = planned.benefit_id and plans.case_version = planned.case_version
where case when plans.is_monetary then planned.amount else planned.value end is not null;

-- What was realized, beside every plan of the benefit.
create temp table realized_cells as
select
    plans.plan,
    realized.period_start,
    realized.period_end,
    realized.evidence in ('finance verified', 'system extract') as is_verified,
    case when plans.is_monetary then realized.amount else realized.value end as measure,
from realized_values as realized
inner join plans on plans.benefit_id = realized.benefit_id
where case when plans.is_monetary then realized.amount else realized.value end is not null;

-- What was forecast, beside every plan of the benefit. Each vintage holds from its date until the next one's.
create temp table forecast_cells as
with

vintages as (

    select
        benefit_id,
        forecast_as_of,
        coalesce(
            lead(forecast_as_of) over (partition by benefit_id order by forecast_as_of), date '9999-12-31'
        ) as superseded_on,
    from forecast_values
    group by benefit_id, forecast_as_of

)

select
    plans.plan,
    forecast.forecast_as_of,
    vintages.superseded_on,
    forecast.period_start,
    forecast.period_end,
    forecast.amount,
    cast(forecast.amount * coalesce(forecast.confidence, 1) as decimal(28, 6)) as weighted_amount,
from forecast_values as forecast
inner join vintages
    on vintages.benefit_id = forecast.benefit_id and vintages.forecast_as_of = forecast.forecast_as_of
inner join plans on plans.benefit_id = forecast.benefit_id
where
    plans.is_monetary
    and forecast.amount is not null
    and forecast.period_end > forecast.forecast_as_of;
