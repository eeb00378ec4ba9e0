-- M19 After closure
-- means: What was planned, or realized, once the contributing project had closed.
-- formula: to date - what was to date on the day of closing
-- edge cases: a period that the closing cuts in two counts whole, as after it; null when the closing date is not known
-- source: M19
create or replace macro after_closure(to_date, by_closing) as
to_date - by_closing;

-- tests
select after_closure(300, 100) = 200;
select after_closure(140, 0) = 140;
select after_closure(300, null) is null;
