-- Which versions of the business case are there?
select
    version.program_id,
    version.case_version,
    version.label,
    version.approved_on,
    version.ordinal = 1 as is_original,
    choice.case_version is not null as is_current,
from case_versions as version
left join case_choices as choice
    on
        choice.program_id = version.program_id
        and choice.case_version = version.case_version
        and choice.case_name = 'current'
        and choice.from_date <= $as_of
        and choice.to_date > $as_of
where version.case_version <> '' and ($program_id is null or version.program_id = $program_id)
order by version.program_id, version.ordinal
