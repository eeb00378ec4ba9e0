-- How many benefits are on track?
select
    count(*) as benefits,
    count(*) filter (where rating = 'red') as red,
    count(*) filter (where rating = 'amber') as amber,
    count(*) filter (where rating = 'grey') as grey,
    count(*) filter (where rating = 'green') as green,
from rated_benefits($as_of, $case, $program_id, $project_id, $green_from, $amber_from)
where is_narrowed_to(rating, class, owner, benefit, benefit_id, $ratings, $classes, $owner, $search)
