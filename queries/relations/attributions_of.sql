-- Whose share is asked for: the whole of every benefit, or the part of one project.
--   wanted_program   a program, or null for all
--   wanted_project   a project, or null for the whole
create or replace macro attributions_of(wanted_program, wanted_project) as table
    select
        program_id,
        project_id,
        benefit_id,
        weight,
    from attributions
    where
        (wanted_program is null or program_id = wanted_program)
        and (
            (wanted_project is null and scope = 'whole')
            or (scope = 'project' and project_id = wanted_project)
        );
