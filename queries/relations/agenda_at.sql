-- The reviews around a day: those of reviews_at that were held or fell due in the half year before it, or fall
-- due in the half year after it.
create or replace macro agenda_at(wanted_date, wanted_program, wanted_project, grace_days) as table
    select
        *,
        list_position(['overdue', 'due', 'coming', 'done'], state) as urgency,
    from reviews_at(wanted_date, wanted_program, wanted_project, grace_days)
    where
        coalesce(done_on, due_on) > cast(wanted_date - 183 as date)
        and due_on <= cast(wanted_date + 183 as date);
