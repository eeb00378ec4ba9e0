-- Which cells of which files are the risks made of?
with

figures as (

    select
        program_id,
        project_id,
        risk_id,
        risk,
        file_id,
        sheet,
        row,
        unnest(['probability', 'impact_low', 'impact', 'impact_high', 'benefit_impact']) as field,
        unnest([probability, impact_low, impact, impact_high, benefit_impact]) as value,
    from risks

),

asked as (

    select *
    from figures
    where
        value is not null
        and ($program_id is null or program_id = $program_id)
        and ($project_id is null or project_id = $project_id)

),

listed as (

    select *
    from asked
    order by program_id, risk_id, field
    limit $rows

)

select
    listed.program_id,
    listed.project_id,
    listed.risk_id,
    listed.risk,
    coalesce(json_extract_string(table_reads.columns, '$.' || listed.field), listed.field) as series,
    listed.value,
    loaded_files.name as file,
    listed.sheet,
    listed.row,
    json_extract_string(table_reads.letters, '$.' || listed.field) || listed.row as cell,
    (select count(*) from asked) as of_values,
from listed
inner join loaded_files on loaded_files.file_id = listed.file_id
left join table_reads
    on
        table_reads.file_id = listed.file_id
        and table_reads.table_name = 'risks'
        and table_reads.sheet = listed.sheet
order by listed.program_id, listed.risk_id, listed.field
