-- How did the work perform at each report?
with

reports as (

    select
        programs.currency,
        programs.price_base,
        earned_value.project_id,
        earned_value.as_of,
        coalesce(
            lead(earned_value.as_of) over (partition by earned_value.project_id order by earned_value.as_of),
            date '9999-12-31'
        ) as superseded_on,
        earned_value.pv,
        earned_value.ev,
        earned_value.ac,
    from earned_value
    inner join projects on projects.project_id = earned_value.project_id
    inner join programs on programs.program_id = projects.program_id
    where
        earned_value.as_of <= $as_of
        and ($program_id is null or projects.program_id = $program_id)
        and ($project_id is null or earned_value.project_id = $project_id)

),

dates as (

    select distinct
        currency,
        price_base,
        as_of,
    from reports

)

select
    dates.currency,
    dates.price_base,
    dates.as_of,
    cost_performance(sum(reports.ev), sum(reports.ac)) as cost_performance,
    schedule_performance(sum(reports.ev), sum(reports.pv)) as schedule_performance,
from dates
inner join reports
    on
        reports.currency is not distinct from dates.currency
        and reports.price_base is not distinct from dates.price_base
        and reports.as_of <= dates.as_of
        and reports.superseded_on > dates.as_of
group by dates.currency, dates.price_base, dates.as_of
order by dates.currency, dates.price_base, dates.as_of
