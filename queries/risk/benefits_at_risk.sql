-- Which benefits do the open risks threaten, and by how much?
select
    currency,
    price_base,
    program_id,
    benefit_id,
    benefit,
    owner,
    owner_until,
    remaining,
    share_at_risk,
    at_risk,
    risks,
    risks_without_share,
    largest_risk,
from threatened_benefits($as_of, $case, $program_id, $project_id)
order by currency, price_base, at_risk desc, benefit_id
