-- Each benefit's outlook before and after, with the change by its causes: one row per benefit of either side.
--   earlier_table, later_table   the names of two answers of changes.standing
create or replace macro caused_changes(earlier_table, later_table) as table
    select
        coalesce(later.currency, earlier.currency) as currency,
        coalesce(later.price_base, earlier.price_base) as price_base,
        coalesce(later.program_id, earlier.program_id) as program_id,
        coalesce(later.program, earlier.program) as program,
        coalesce(later.benefit_id, earlier.benefit_id) as benefit_id,
        coalesce(later.benefit, earlier.benefit) as benefit,
        earlier.outlook as outlook_before,
        later.outlook as outlook_after,
        coalesce(later.outlook, 0) - coalesce(earlier.outlook, 0) as change,
        case when earlier.benefit_id is null then later.outlook else 0 end as added,
        case when later.benefit_id is null then -earlier.outlook else 0 end as gone,
        coalesce(later.settled - earlier.settled, 0) as corrected,
        coalesce(later.passing - earlier.passing, 0) as arrived,
        case
            when earlier.outlook_method = 'forecast' or later.outlook_method = 'forecast'
                then coalesce(later.coming - earlier.coming, 0)
            else 0
        end as forecast,
        case
            when earlier.outlook_method = 'forecast' or later.outlook_method = 'forecast' then 0
            when earlier.case_version <> later.case_version then later.coming - earlier.coming
            else 0
        end as rebaselined,
        case
            when earlier.outlook_method = 'forecast' or later.outlook_method = 'forecast' then 0
            when earlier.case_version = later.case_version then later.coming - earlier.coming
            else 0
        end as plan_corrected,
    from query_table(earlier_table) as earlier
    full join query_table(later_table) as later
        on
            later.program_id = earlier.program_id
            and later.benefit_id = earlier.benefit_id
            and later.currency is not distinct from earlier.currency
            and later.price_base is not distinct from earlier.price_base;
