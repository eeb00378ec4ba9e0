-- Which cells of which files are costs and earned value made of?
with

figures as (

    select
        'budget' as table_name,
        program_id,
        project_id,
        cost_type,
        period_end,
        file_id,
        sheet,
        row,
        unnest(['baseline', 'current', 'actual', 'forecast', 'contingency', 'contingency_drawn']) as field,
        unnest([baseline, current, actual, forecast, contingency, contingency_drawn]) as value,
    from budget

    union all

    select
        'earned_value' as table_name,
        projects.program_id,
        earned_value.project_id,
        null as cost_type,
        earned_value.as_of as period_end,
        earned_value.file_id,
        earned_value.sheet,
        earned_value.row,
        unnest(['bac', 'pv', 'ev', 'ac']) as field,
        unnest([earned_value.bac, earned_value.pv, earned_value.ev, earned_value.ac]) as value,
    from earned_value
    inner join projects on projects.project_id = earned_value.project_id
    where earned_value.as_of <= $as_of

),

asked as (

    select *
    from figures
    where
        value is not null
        and ($program_id is null or program_id = $program_id)
        and ($project_id is null or project_id = $project_id)
        and not (field = 'actual' and period_end > $as_of)
        and not (field = 'contingency_drawn' and period_end > $as_of)

),

listed as (

    select *
    from asked
    order by program_id, project_id nulls last, period_end, table_name, cost_type, field
    limit $rows

)

select
    listed.program_id,
    listed.project_id,
    listed.cost_type,
    coalesce(json_extract_string(table_reads.columns, '$.' || listed.field), listed.field) as series,
    listed.period_end,
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
        and table_reads.table_name = listed.table_name
        and table_reads.sheet = listed.sheet
order by
    listed.program_id,
    listed.project_id nulls last,
    listed.period_end,
    listed.table_name,
    listed.cost_type,
    listed.field
