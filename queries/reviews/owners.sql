-- Who has something overdue, or a review lately or soon?
with

duties as (

    select
        owner,
        case when what = 'measurement' then overdue else 0 end as measurements,
        case when what = 'review' then overdue else 0 end as reviews,
        0 as appointments,
    from overdue_at(cast($as_of as date), $case, $program_id, $project_id, $grace_days)

    union all

    select
        owner,
        0 as measurements,
        0 as reviews,
        1 as appointments,
    from agenda_at(cast($as_of as date), $program_id, $project_id, $grace_days)

)

select
    nullif(owner, '') as owner,
    cast(sum(measurements) as bigint) as measurements,
    cast(sum(reviews) as bigint) as reviews,
    cast(sum(appointments) as bigint) as appointments,
from duties
group by nullif(owner, '')
order by owner nulls last
