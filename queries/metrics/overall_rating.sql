-- rating: Overall
-- formula: the worse of late and lost
-- edge cases: unknown is worse than green and better than amber, so that it never hides a loss and never looks well
-- source: Rating
create or replace macro overall_rating(late, lost) as
case
    when late = 'red' or lost = 'red' then 'red'
    when late = 'amber' or lost = 'amber' then 'amber'
    when late = 'grey' or lost = 'grey' then 'grey'
    else 'green'
end;

-- tests
select overall_rating('green', 'red') = 'red';
select overall_rating('amber', 'green') = 'amber';
select overall_rating('grey', 'red') = 'red';
select overall_rating('grey', 'green') = 'grey';
select overall_rating('green', 'green') = 'green';
