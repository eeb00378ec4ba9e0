-- Which loss is not exceeded, in how many of a hundred cases?
select
    currency,
    price_base,
    percent,
    loss_low,
    loss,
    loss_high,
    risks as quantified_risks,
    runs,
from loss_percentiles
where ($program_id is null and scope = 'currency') or (scope = 'program' and program_id = $program_id)
order by currency, price_base, percent
