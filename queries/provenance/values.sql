-- Which cells of which files is it made of?
with

shares as (

    select benefit_id
    from attributions_of($program_id, $project_id)
    where $benefit_id is null or benefit_id = $benefit_id

),

vintages as (

    select
        value.benefit_id,
        max(value.forecast_as_of) as forecast_as_of,
    from forecast_values as value
    where
        value.forecast_as_of <= $as_of
        and ($program_id is null or value.program_id = $program_id)
        and ($benefit_id is null or value.benefit_id = $benefit_id)
    group by value.benefit_id

),

used as (

    select
        'planned' as series,
        value.benefit_id,
        value.period_start,
        value.period_end,
        value.case_version,
        cast(null as date) as forecast_as_of,
        value.value,
        value.amount,
        value.missing,
        cast(null as varchar) as evidence,
        value.file_id,
        value.sheet,
        value.row,
        value.cell,
        value.raw,
    from planned_values as value
    inner join case_choices as choice
        on choice.program_id = value.program_id and choice.case_version = value.case_version
    where
        choice.case_name = $case
        and choice.from_date <= $as_of
        and choice.to_date > $as_of
        and ($program_id is null or value.program_id = $program_id)
        and ($benefit_id is null or value.benefit_id = $benefit_id)

    union all

    select
        'realized' as series,
        value.benefit_id,
        value.period_start,
        value.period_end,
        cast(null as varchar) as case_version,
        cast(null as date) as forecast_as_of,
        value.value,
        value.amount,
        value.missing,
        value.evidence,
        value.file_id,
        value.sheet,
        value.row,
        value.cell,
        value.raw,
    from realized_values as value
    where
        value.period_end <= $as_of
        and ($program_id is null or value.program_id = $program_id)
        and ($benefit_id is null or value.benefit_id = $benefit_id)

    union all

    select
        'forecast' as series,
        value.benefit_id,
        value.period_start,
        value.period_end,
        cast(null as varchar) as case_version,
        value.forecast_as_of,
        value.value,
        value.amount,
        value.missing,
        cast(null as varchar) as evidence,
        value.file_id,
        value.sheet,
        value.row,
        value.cell,
        value.raw,
    from forecast_values as value
    inner join vintages
        on vintages.benefit_id = value.benefit_id and vintages.forecast_as_of = value.forecast_as_of
    where
        value.period_end > $as_of
        and ($program_id is null or value.program_id = $program_id)
        and ($benefit_id is null or value.benefit_id = $benefit_id)

),

asked as (

    select used.*
    from used
    inner join shares on shares.benefit_id = used.benefit_id

),

listed as (

    select *
    from asked
    order by benefit_id, period_end, period_start, series
    limit $rows

)

select
    listed.series,
    listed.benefit_id,
    listed.period_start,
    listed.period_end,
    listed.case_version,
    listed.forecast_as_of,
    listed.value,
    cast(listed.amount as decimal(24, 6)) as amount,
    listed.missing,
    listed.evidence,
    loaded_files.name as file,
    listed.sheet,
    listed.row,
    listed.cell,
    listed.raw,
    (select count(*) from asked) as of_values,
from listed
inner join loaded_files on loaded_files.file_id = listed.file_id
order by listed.benefit_id, listed.period_end, listed.period_start, listed.series
