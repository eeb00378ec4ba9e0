-- On any date a benefit has exactly one state in each case version: slices neither overlap nor leave gaps.
select
    benefit_id,
    case_version,
    from_date,
    to_date,
from standings() as standings
qualify
    to_date <= from_date
    or to_date <> coalesce(
        lead(from_date) over (partition by benefit_id, case_version order by from_date), date '9999-12-31'
    )
    or (
        lag(from_date) over (partition by benefit_id, case_version order by from_date) is null
        and from_date <> date '0001-01-01'
    )
