-- Which benefits of ended projects does nobody look after?
with

-- Materialized, else the aggregate is planned once per column taken from it.
gone as materialized (

    select
        part.benefit_id,
        max(part.closed_on) as last_closed_on,
        bool_or(coalesce(part.bucket = 'closed' and not part.handover_accepted, false)) as handover_refused,
        string_agg(distinct projects.project, ', ' order by projects.project) as projects,
    from ended_parts($as_of, $case, $program_id, $project_id) as part
    inner join projects on projects.project_id = part.project_id
    group by part.benefit_id

),

judged as (

    select
        state.program_id,
        state.benefit_id,
        state.last_measured,
        state.outlook_method,
        state.is_benefit,
        state.outlook - state.realized_to_date as remaining,
        benefits.benefit,
        benefits.kind,
        benefits.value_type,
        benefits.owner,
        benefits.owner_until,
        benefits.cadence,
        gone.last_closed_on,
        gone.projects,
        gone.handover_refused,
        is_unmeasured_since(
            $as_of, state.last_measured, state.last_due, coalesce(remaining, 0), benefits.cadence
        ) as not_measured,
        orphan_reasons(
            benefits.owner, benefits.owner_until, $as_of, gone.handover_refused, not_measured
        ) as reasons,
    from benefits_at($as_of, $case, $program_id) as state
    inner join gone on gone.benefit_id = state.benefit_id
    inner join benefits on benefits.benefit_id = state.benefit_id

)

select
    programs.currency,
    programs.price_base,
    judged.program_id,
    programs.program,
    judged.benefit_id,
    judged.benefit,
    judged.kind,
    judged.value_type,
    judged.owner,
    judged.owner_until,
    judged.cadence,
    judged.last_measured,
    judged.projects,
    judged.last_closed_on,
    judged.reasons,
    judged.owner is null as no_owner,
    coalesce(judged.owner is not null and judged.owner_until < $as_of, false) as owner_left,
    judged.handover_refused,
    judged.not_measured,
    cast(judged.remaining as decimal(38, 12)) as remaining,
    judged.outlook_method,
    count(*) over same_money as orphans,
    cast(
        coalesce(sum(case when judged.is_benefit then judged.remaining end) over same_money, 0)
        as decimal(38, 12)
    ) as gross_remaining,
from judged
inner join programs on programs.program_id = judged.program_id
where judged.reasons is not null
window same_money as (partition by programs.currency, programs.price_base)
order by
    programs.currency,
    programs.price_base,
    judged.remaining desc nulls last,
    judged.program_id,
    judged.benefit_id
