-- What does the realized benefit rest on?
with

members as (

    select
        attribution.program_id,
        attribution.benefit_id,
        attribution.weight,
        coalesce(benefits.class, 'not stated') as class,
    from attributions_of($program_id, $project_id) as attribution
    inner join benefits on benefits.benefit_id = attribution.benefit_id
    where benefits.value_type = 'monetary' and benefits.kind is distinct from 'disbenefit'

),

measured as (

    select
        members.program_id,
        case when $by = 'class' then members.class else coalesce(realized.evidence, 'not stated') end as kind,
        true as is_measured,
        sum(attributed(realized.amount, members.weight)) as amount,
    from members
    inner join realized_values as realized on realized.benefit_id = members.benefit_id
    where realized.amount <> 0 and realized.period_end <= $as_of
    group by
        members.program_id,
        case when $by = 'class' then members.class else coalesce(realized.evidence, 'not stated') end

),

unmeasured as (

    select
        members.program_id,
        'not measured' as kind,
        false as is_measured,
        sum(attributed(state.planned_to_date - state.planned_on_measured, members.weight)) as amount,
    from members
    inner join benefits_at($as_of, $case, $program_id) as state on state.benefit_id = members.benefit_id
    group by members.program_id

),

every_kind as (

    select * from measured
    union all
    select * from unmeasured
    where amount <> 0

)

select
    programs.currency,
    programs.price_base,
    every_kind.program_id,
    programs.program,
    every_kind.kind,
    every_kind.is_measured,
    cast(every_kind.amount as decimal(38, 12)) as amount,
    case
        when every_kind.is_measured
            then
                ratio(
                    every_kind.amount,
                    sum(every_kind.amount) filter (where every_kind.is_measured) over mine
                )
    end as share,
    cast(
        coalesce(sum(every_kind.amount) filter (where every_kind.is_measured) over mine, 0) as decimal(38, 12)
    ) as realized_to_date,
from every_kind
inner join programs on programs.program_id = every_kind.program_id
window mine as (partition by every_kind.program_id)
order by
    programs.currency,
    programs.price_base,
    every_kind.program_id,
    not every_kind.is_measured,
    every_kind.amount desc,
    every_kind.kind
