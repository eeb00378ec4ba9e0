-- What projects are credited with, and what is attributed to none, adds up to each benefit exactly.
select
    benefits.benefit_id,
    coalesce(sum(attribution.weight), 0) as attributed,
from benefits
left join attributions as attribution
    on attribution.benefit_id = benefits.benefit_id and attribution.scope <> 'whole'
group by benefits.benefit_id
having coalesce(sum(attribution.weight), 0) <> 1
