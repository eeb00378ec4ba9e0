-- How did the headline change?
select
    coalesce(later.currency, earlier.currency) as currency,
    coalesce(later.price_base, earlier.price_base) as price_base,
    coalesce(earlier.benefits, 0) as benefits_before,
    coalesce(later.benefits, 0) as benefits_after,
    earlier.gross_planned_to_date as planned_to_date_before,
    later.gross_planned_to_date as planned_to_date_after,
    cast(
        coalesce(later.gross_planned_to_date, 0)
        - coalesce(earlier.gross_planned_to_date, 0) as decimal(38, 12)
    ) as planned_to_date_change,
    earlier.gross_realized_to_date as realized_to_date_before,
    later.gross_realized_to_date as realized_to_date_after,
    cast(later.gross_realized_to_date - earlier.gross_realized_to_date as decimal(38, 12))
        as realized_to_date_change,
    earlier.gross_planned_lifetime as planned_lifetime_before,
    later.gross_planned_lifetime as planned_lifetime_after,
    cast(
        coalesce(later.gross_planned_lifetime, 0)
        - coalesce(earlier.gross_planned_lifetime, 0) as decimal(38, 12)
    ) as planned_lifetime_change,
    earlier.gross_outlook as outlook_before,
    later.gross_outlook as outlook_after,
    cast(coalesce(later.gross_outlook, 0) - coalesce(earlier.gross_outlook, 0) as decimal(38, 12))
        as outlook_change,
    earlier.gross_realization_rate as realization_rate_before,
    later.gross_realization_rate as realization_rate_after,
    earlier.gross_lifetime_realization as lifetime_realization_before,
    later.gross_lifetime_realization as lifetime_realization_after,
    earlier.gross_coverage as coverage_before,
    later.gross_coverage as coverage_after,
    earlier.gross_slippage_months as slippage_months_before,
    later.gross_slippage_months as slippage_months_after,
    earlier.net_outlook as net_outlook_before,
    later.net_outlook as net_outlook_after,
    cast(coalesce(later.net_outlook, 0) - coalesce(earlier.net_outlook, 0) as decimal(38, 12))
        as net_outlook_change,
    earlier.rating as rating_before,
    later.rating as rating_after,
from before as earlier
full join after as later
    on
        later.currency is not distinct from earlier.currency
        and later.price_base is not distinct from earlier.price_base
order by 1, 2
