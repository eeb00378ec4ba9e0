-- A risk counts once: where it was escalated to, or where it came from.
with recursive

open_risks as (

    select
        risks.risk_id,
        risks.escalated_from,
        risk_standings.is_counted,
        risk_standings.carried_by,
    from risks
    inner join risk_standings on risk_standings.risk_id = risks.risk_id
    where risk_standings.is_open

),

-- Every risk that an open one came from, however far back.
origins as (

    select
        risk_id,
        escalated_from as origin_id,
        1 as steps,
    from open_risks
    where escalated_from is not null

    union all

    select
        origins.risk_id,
        risks.escalated_from as origin_id,
        origins.steps + 1 as steps,
    from origins
    inner join risks on risks.risk_id = origins.origin_id
    where risks.escalated_from is not null and origins.steps < 12

)

select
    origins.risk_id,
    origins.origin_id,
from origins
inner join open_risks as origin on origin.risk_id = origins.origin_id
left join origins as back on back.risk_id = origins.origin_id and back.origin_id = origins.risk_id
where back.risk_id is null and origins.risk_id <> origins.origin_id and origin.is_counted

union

select
    lost.risk_id,
    lost.carried_by as origin_id,
from open_risks as lost
left join open_risks as carrier on carrier.risk_id = lost.carried_by
where not lost.is_counted and carrier.risk_id is null
