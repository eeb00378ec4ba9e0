-- M6 Outlook at completion
-- means: What the benefits will come to over their whole life, as far as is known now.
-- formula: realized to date + what is still to come
-- edge cases: without a forecast labelled by its method (carried forward, run rate)
-- source: M6
create or replace macro outlook(realized, to_come) as
realized + to_come;

-- tests
select outlook(140, 290) = 430;
select outlook(-90, 0) = -90;
