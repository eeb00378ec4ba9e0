-- rating: What drives the overall rating
-- formula: late, lost or late and lost: whichever is as bad as the overall
-- edge cases: null when all is green
-- source: Rating
create or replace macro rating_driver(late, lost) as
case
    when overall_rating(late, lost) = 'green' then null
    when late = lost then 'late and lost'
    when late = overall_rating(late, lost) then 'late'
    else 'lost'
end;

-- tests
select rating_driver('red', 'amber') = 'late';
select rating_driver('amber', 'red') = 'lost';
select rating_driver('red', 'red') = 'late and lost';
select rating_driver('green', 'green') is null;
select rating_driver('grey', 'green') = 'late';
