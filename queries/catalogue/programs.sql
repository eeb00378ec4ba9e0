-- Which programs are there?
select
    program_id,
    program,
    portfolio,
    currency,
    price_base,
from programs
where $program_id is null or program_id = $program_id
order by program_id
