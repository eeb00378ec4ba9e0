-- Which projects came, went, closed or moved?
with later as (
    select *
    from after
    where project_id is not null
),

paired as (

    select
        coalesce(later.currency, earlier.currency) as currency,
        coalesce(later.price_base, earlier.price_base) as price_base,
        coalesce(later.program_id, earlier.program_id) as program_id,
        coalesce(later.project_id, earlier.project_id) as project_id,
        coalesce(later.project, earlier.project) as project,
        earlier.project_id is null as is_new,
        later.project_id is null as is_gone,
        earlier.status as status_before,
        later.status as status_after,
        coalesce(earlier.closed_on, date '0001-01-01') <> coalesce(later.closed_on, date '0001-01-01')
            as has_other_closing,
        coalesce(earlier.status, '') <> coalesce(later.status, '') as has_other_status,
        earlier.net_realized_to_date as realized_before,
        later.net_realized_to_date as realized_after,
        earlier.net_outlook as outlook_before,
        later.net_outlook as outlook_after,
        coalesce(later.net_outlook, 0) - coalesce(earlier.net_outlook, 0) as outlook_change,
    from (
        select *
        from before
        where project_id is not null
    ) as earlier
    full join later
        on later.program_id = earlier.program_id and later.project_id = earlier.project_id

)

select
    currency,
    price_base,
    program_id,
    project_id,
    project,
    case
        when is_new then 'added'
        when is_gone then 'gone'
        when has_other_status then 'now ' || coalesce(status_after, 'without a status')
        when has_other_closing then 'other closing date'
        else 'benefits moved'
    end as what,
    status_before,
    status_after,
    realized_before,
    realized_after,
    outlook_before,
    outlook_after,
    cast(outlook_change as decimal(38, 12)) as outlook_change,
from paired
where
    is_new
    or is_gone
    or has_other_closing
    or has_other_status
    or realized_before is distinct from realized_after
    or outlook_change <> 0
order by currency, price_base, abs(outlook_change) desc, program_id, project_id
