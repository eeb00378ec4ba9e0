-- What can the register be narrowed to?
with

benefit as (

    select
        benefits.class,
        benefits.owner,
    from benefits
    inner join attributions_of($program_id, $project_id) as attribution
        on attribution.benefit_id = benefits.benefit_id

)

select
    'class' as trait,
    class as value,
    count(*) as benefits,
from benefit
group by class

union all

select
    'owner' as trait,
    owner as value,
    count(*) as benefits,
from benefit
group by owner

order by trait, lower(value), value nulls last
