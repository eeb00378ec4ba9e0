-- Which benefits come first?
with

fitting as materialized (

    select
        program_id,
        benefit_id,
        rating,
        list_position(['red', 'amber', 'grey', 'green'], rating) as how_bad,
        attributed(variance_at_completion(outlook, planned_lifetime), weight) as variance_at_completion,
        realization_rate(realized_to_date, planned_to_date) as realization_rate,
        coalesce(benefit, benefit_id) as name,
        owner,
    from rated_benefits($as_of, $case, $program_id, $project_id, $green_from, $amber_from)
    where is_narrowed_to(rating, class, owner, benefit, benefit_id, $ratings, $classes, $owner, $search)

)

select
    program_id,
    benefit_id,
    rating,
    count(*) over () as matches,
from fitting
order by
    case when $sort = 'worst' then how_bad end,
    case $sort when 'worst' then variance_at_completion end nulls last,
    case $sort when 'rate' then realization_rate end nulls last,
    case $sort when 'name' then lower(name) when 'owner' then lower(owner) end nulls last,
    program_id,
    benefit_id
limit
    $rows offset $skip
