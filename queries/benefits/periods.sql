-- What was planned, realized and forecast in every period?
with

shares as (

    select
        attribution.benefit_id,
        attribution.program_id,
        case when benefits.value_type = 'monetary' then attribution.weight end as weight,
    from attributions_of($program_id, $project_id) as attribution
    inner join benefits on benefits.benefit_id = attribution.benefit_id
    where $benefit_id is null or benefits.benefit_id = $benefit_id

),

vintages as (

    select
        benefit_id,
        max(forecast_as_of) as forecast_as_of,
    from forecast_values
    where forecast_as_of <= $as_of and ($program_id is null or program_id = $program_id)
    group by benefit_id

),

planned as (

    select
        value.program_id,
        value.benefit_id,
        value.period_start,
        value.period_end,
        value.amount,
        value.value,
    from planned_values as value
    inner join case_choices as choice
        on choice.program_id = value.program_id and choice.case_version = value.case_version
    where
        choice.case_name = $case
        and choice.from_date <= $as_of
        and choice.to_date > $as_of
        and ($program_id is null or value.program_id = $program_id)

),

realized as (

    select
        program_id,
        benefit_id,
        period_start,
        period_end,
        amount,
        value,
        missing,
        evidence,
    from realized_values
    where period_end <= $as_of and ($program_id is null or program_id = $program_id)

),

forecast as (

    select
        value.program_id,
        value.benefit_id,
        value.period_start,
        value.period_end,
        value.amount,
        value.value,
    from forecast_values as value
    inner join vintages
        on vintages.benefit_id = value.benefit_id and vintages.forecast_as_of = value.forecast_as_of
    where value.period_end > $as_of and ($program_id is null or value.program_id = $program_id)

),

every_period as (

    select
        'planned' as series,
        program_id,
        benefit_id,
        period_start,
        period_end,
        amount,
        value,
        null as missing,
        null as evidence,
    from planned

    union all

    select
        'realized' as series,
        program_id,
        benefit_id,
        period_start,
        period_end,
        amount,
        value,
        missing,
        evidence,
    from realized

    union all

    select
        'forecast' as series,
        program_id,
        benefit_id,
        period_start,
        period_end,
        amount,
        value,
        null as missing,
        null as evidence,
    from forecast

),

shared as (

    select
        every_period.*,
        cast(
            case
                when shares.weight is null then every_period.value else every_period.amount * shares.weight
            end
            as decimal(38, 12)
        ) as part,
    from every_period
    inner join shares on shares.benefit_id = every_period.benefit_id

)

select
    program_id,
    benefit_id,
    period_start,
    period_end,
    max(part) filter (where series = 'planned') as planned,
    max(part) filter (where series = 'realized') as realized,
    max(part) filter (where series = 'forecast') as forecast,
    max(missing) as missing,
    max(evidence) as evidence,
from shared
group by program_id, benefit_id, period_start, period_end
order by program_id, benefit_id, period_end, period_start
