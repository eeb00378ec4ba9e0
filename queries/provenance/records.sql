-- Which rows of which files describe it?
with

described as (

    select
        'programs' as table_name,
        program_id as id,
        program_id,
        file_id,
        sheet,
        row,
    from programs

    union all

    select
        'objectives' as table_name,
        objective_id as id,
        program_id,
        file_id,
        sheet,
        row,
    from objectives

    union all

    select
        'business_cases' as table_name,
        case_version as id,
        program_id,
        file_id,
        sheet,
        row,
    from business_cases

    union all

    select
        'projects' as table_name,
        project_id as id,
        program_id,
        file_id,
        sheet,
        row,
    from projects
    where $project_id is null or project_id = $project_id

    union all

    select
        'benefits' as table_name,
        benefits.benefit_id as id,
        benefits.program_id,
        benefits.file_id,
        benefits.sheet,
        benefits.row,
    from benefits
    inner join attributions_of($program_id, $project_id) as attribution
        on attribution.benefit_id = benefits.benefit_id
    where $benefit_id is null or benefits.benefit_id = $benefit_id

    union all

    select
        'contributions' as table_name,
        contributions.benefit_id || ' ' || contributions.project_id as id,
        benefits.program_id,
        contributions.file_id,
        contributions.sheet,
        contributions.row,
    from contributions
    inner join benefits on benefits.benefit_id = contributions.benefit_id
    where
        ($project_id is null or contributions.project_id = $project_id)
        and ($benefit_id is null or contributions.benefit_id = $benefit_id)

)

select
    described.table_name,
    described.id,
    described.program_id,
    loaded_files.name as file,
    described.sheet,
    described.row,
from described
inner join loaded_files on loaded_files.file_id = described.file_id
where $program_id is null or described.program_id = $program_id
order by described.table_name, described.program_id, described.id
