-- M6 Outlook at completion
-- formula: realized to date + what is still to come
-- edge cases: without a forecast labelled by its method (carried forward, run rate)
-- source: M6
create or replace macro outlook(realized, to_come) as
    realized + to_come;

-- tests
select outlook(140, 290) = 430;
select outlook(-90, 0) = -90;
