-- Which outputs are late, and how much benefit waits for them?
with recursive

late as (

    select *
    from late_outputs($as_of, $program_id, $project_id)

),

edges as materialized (

    select *
    from leads_to()

),

-- Each thing once per output, however many ways lead to it.
reached as (

    select
        kind as root_kind,
        id as root_id,
        kind,
        id,
    from late

    union

    select
        reached.root_kind,
        reached.root_id,
        edges.to_kind as kind,
        edges.to_id as id,
    from reached
    inner join edges on edges.from_kind = reached.kind and edges.from_id = reached.id

),

waiting as (

    select
        reached.root_kind,
        reached.root_id,
        count(*) as benefits,
        sum(state.outlook - state.realized_to_date) as gross_to_come,
    from reached
    inner join benefits_at($as_of, $case, null) as state
        on reached.kind = 'benefit' and state.benefit_id = reached.id and state.is_benefit
    group by reached.root_kind, reached.root_id

)

select
    late.kind,
    late.id as output_id,
    late.name as output,
    late.program_id,
    programs.program,
    programs.currency,
    late.planned_on,
    late.expected_on,
    late.is_done,
    late.months_late,
    waiting.benefits,
    cast(waiting.gross_to_come as decimal(38, 12)) as gross_to_come,
from late
inner join waiting on waiting.root_kind = late.kind and waiting.root_id = late.id
inner join programs on programs.program_id = late.program_id
order by late.program_id, waiting.gross_to_come desc nulls last, late.months_late desc, late.id
