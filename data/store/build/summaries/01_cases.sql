-- Summaries, made once per load from the resolved tables, so that a question never adds up the whole
-- past. Files run in the order of their names; temporary tables pass from one to the next.
--
-- Most tables hold a thing's state in slices [from_date, to_date): the state on any status date is one
-- slice. Rows are sorted so that a date or a program is a short stretch of the file.
-- A state holds what is known on that date and nothing later.
--
-- Portable SQL: no asof join, no `group by all`, no range; a double before a ratio.

-- The case versions of each program, oldest approval first. A version that has planned values but was
-- never described comes after the approved ones. A program without any has one without a name.
create table case_versions as
with

described as (

    select
        program_id,
        case_version,
        label,
        approved_on,
        approved_by,
        reason,
    from business_cases

),

used as (

    select distinct
        program_id,
        case_version,
    from planned_values

),

named as (

    select
        coalesce(described.program_id, used.program_id) as program_id,
        coalesce(described.case_version, used.case_version) as case_version,
        described.label,
        described.approved_on,
        described.approved_by,
        described.reason,
    from described
    full outer join used
        on used.program_id = described.program_id and used.case_version = described.case_version

)

select
    programs.program_id,
    coalesce(named.case_version, '') as case_version,
    named.label,
    named.approved_on,
    named.approved_by,
    named.reason,
    row_number() over (
        partition by programs.program_id order by named.approved_on nulls last, named.case_version
    ) as ordinal,
from programs
left join named on named.program_id = programs.program_id
order by programs.program_id, ordinal;

-- Which version "original" and "current" mean, on any date. Original: the first approved. Current: the
-- last approved on or before the date, and the original before the first approval.
create table case_choices as
with

approved as (

    select
        program_id,
        case_version,
        ordinal,
        case when ordinal = 1 then date '0001-01-01' else approved_on end as from_date,
        lead(approved_on) over (partition by program_id order by ordinal) as superseded_on,
    from case_versions
    where approved_on is not null or ordinal = 1

)

select
    program_id,
    'original' as case_name,
    case_version,
    date '0001-01-01' as from_date,
    date '9999-12-31' as to_date,
from case_versions
where ordinal = 1

union all

select
    program_id,
    'current' as case_name,
    case_version,
    from_date,
    coalesce(superseded_on, date '9999-12-31') as to_date,
from approved;
