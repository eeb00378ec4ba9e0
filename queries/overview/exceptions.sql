-- Which benefits need a decision?
with

exceptional as materialized (

    select
        rated.*,
        programs.program,
        programs.currency,
        programs.price_base,
        rated.rating = 'grey' as is_unknown,
        attributed(variance_to_date(rated.realized_to_date, rated.planned_to_date), rated.weight)
            as variance_to_date,
        attributed(variance_at_completion(rated.outlook, rated.planned_lifetime), rated.weight)
            as variance_at_completion,
        -least(variance_to_date, variance_at_completion, 0) as short,
        greatest(
            short,
            case when rated.realized_to_date is null then attributed(rated.planned_to_date, rated.weight) end
        ) as at_stake,
    from rated_benefits($as_of, $case, $program_id, $project_id, $green_from, $amber_from) as rated
    inner join programs on programs.program_id = rated.program_id
    where
        rated.rating in ('red', 'amber')
        or (rated.rating = 'grey' and rated.coverage < 0.5)
        or (rated.rating = 'grey' and rated.is_stale)

),

-- How much is at stake at least in those shown: ranking every one is most of the work.
thresholds as (

    select
        currency,
        price_base,
        count(*) as of_exceptions,
        count(at_stake) as with_an_amount,
        list_min(max(at_stake, greatest($top, 1))) as least_shown,
    from exceptional
    group by currency, price_base

),

placed as (

    select
        exceptional.*,
        thresholds.of_exceptions,
        row_number() over (
            partition by exceptional.currency, exceptional.price_base
            order by
                exceptional.at_stake desc nulls last,
                exceptional.rating desc,
                exceptional.program_id,
                exceptional.benefit_id
        ) as place,
    from exceptional
    inner join thresholds
        on
            thresholds.currency is not distinct from exceptional.currency
            and thresholds.price_base is not distinct from exceptional.price_base
    where coalesce(exceptional.at_stake >= thresholds.least_shown, thresholds.with_an_amount < $top)

),

shown as materialized (

    select
        *,
        case when is_benefit then slippage_state(realized_to_date, planned_to_date, planned_lifetime) end
            as slippage_state,
    from placed
    where place <= $top

)

select
    shown.currency,
    shown.price_base,
    shown.place,
    shown.of_exceptions,
    shown.program_id,
    shown.program,
    shown.benefit_id,
    benefits.benefit,
    benefits.kind,
    benefits.value_type,
    benefits.owner,
    benefits.owner_until,
    coalesce(benefits.owner_until < $as_of, false) as owner_has_left,
    shown.rating,
    rating_driver(shown.late, shown.lost) as rating_driver,
    shown.late,
    shown.lost,
    shown.is_unknown,
    shown.coverage,
    shown.last_measured,
    slippage_months(
        $as_of, shown.slippage_state, shown.reached_at, months_at_start_of(shown.first_planned_start)
    ) as slippage_months,
    shown.slippage_state,
    cast(shown.short as decimal(38, 12)) as short,
    attributed(shown.planned_to_date, shown.weight) as planned_to_date,
    attributed(shown.realized_to_date, shown.weight) as realized_to_date,
    realization_rate(shown.realized_to_date, shown.planned_to_date) as realization_rate,
    shown.variance_to_date,
    attributed(shown.planned_lifetime, shown.weight) as planned_lifetime,
    attributed(shown.outlook, shown.weight) as outlook,
    lifetime_realization(shown.outlook, shown.planned_lifetime) as lifetime_realization,
    shown.variance_at_completion,
    shown.progress_index,
from shown
inner join benefits on benefits.benefit_id = shown.benefit_id
order by shown.currency, shown.price_base, shown.place
