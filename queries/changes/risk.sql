-- How did the risks change?
select
    coalesce(later.currency, earlier.currency) as currency,
    coalesce(later.price_base, earlier.price_base) as price_base,
    earlier.open_risks as open_risks_before,
    later.open_risks as open_risks_after,
    earlier.counted_risks as counted_risks_before,
    later.counted_risks as counted_risks_after,
    earlier.risks_without_estimate as risks_without_estimate_before,
    later.risks_without_estimate as risks_without_estimate_after,
    earlier.exposure as exposure_before,
    later.exposure as exposure_after,
    cast(later.exposure - earlier.exposure as decimal(38, 12)) as exposure_change,
    earlier.exposure_program as exposure_program_before,
    later.exposure_program as exposure_program_after,
    cast(later.exposure_program - earlier.exposure_program as decimal(38, 12)) as exposure_program_change,
    earlier.exposure_escalated as exposure_escalated_before,
    later.exposure_escalated as exposure_escalated_after,
    cast(later.exposure_escalated - earlier.exposure_escalated as decimal(38, 12))
        as exposure_escalated_change,
    earlier.exposure_project as exposure_project_before,
    later.exposure_project as exposure_project_after,
    cast(later.exposure_project - earlier.exposure_project as decimal(38, 12)) as exposure_project_change,
    earlier.p50 as p50_before,
    later.p50 as p50_after,
    cast(later.p50 - earlier.p50 as decimal(38, 12)) as p50_change,
    earlier.p80 as p80_before,
    later.p80 as p80_after,
    cast(later.p80 - earlier.p80 as decimal(38, 12)) as p80_change,
    earlier.contingency_left as contingency_left_before,
    later.contingency_left as contingency_left_after,
    cast(later.contingency_left - earlier.contingency_left as decimal(38, 12)) as contingency_left_change,
    earlier.benefit_at_risk as benefit_at_risk_before,
    later.benefit_at_risk as benefit_at_risk_after,
    cast(later.benefit_at_risk - earlier.benefit_at_risk as decimal(38, 12)) as benefit_at_risk_change,
    earlier.contingency_cover as contingency_cover_before,
    later.contingency_cover as contingency_cover_after,
from before as earlier
full join after as later
    on
        later.currency is not distinct from earlier.currency
        and later.price_base is not distinct from earlier.price_base
order by 1, 2
