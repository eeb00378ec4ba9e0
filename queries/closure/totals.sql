-- What have the projects that ended returned since?
with

summed as (

    select *
    from closure_groups($as_of, $case, $program_id, $project_id, 'currency')

),

counted as (

    select
        programs.currency,
        programs.price_base,
        part.bucket,
        count(distinct part.project_id) as projects,
    from ended_parts($as_of, $case, $program_id, $project_id) as part
    inner join programs on programs.program_id = part.program_id
    where part.is_monetary
    group by programs.currency, programs.price_base, part.bucket

)

select
    summed.currency,
    summed.price_base,
    summed.bucket,
    counted.projects,
    summed.benefits,
    summed.gross_planned_by_closing,
    summed.gross_realized_by_closing,
    summed.gross_planned_after,
    summed.gross_realized_after,
    summed.gross_post_closure_rate,
    summed.gross_planned_lifetime,
    summed.gross_share_after_closure,
    summed.gross_to_come,
    cast(summed.gross_due_cells as bigint) as gross_due_cells,
    cast(summed.gross_measured_cells as bigint) as gross_measured_cells,
    summed.gross_coverage,
    summed.net_planned_by_closing,
    summed.net_realized_by_closing,
    summed.net_planned_after,
    summed.net_realized_after,
    summed.net_post_closure_rate,
    summed.net_planned_lifetime,
    summed.net_share_after_closure,
    summed.net_to_come,
    cast(summed.net_due_cells as bigint) as net_due_cells,
    cast(summed.net_measured_cells as bigint) as net_measured_cells,
    summed.net_coverage,
from summed
inner join counted
    on
        counted.currency = summed.currency
        and counted.price_base is not distinct from summed.price_base
        and counted.bucket = summed.bucket
order by summed.currency, summed.price_base, summed.bucket desc
