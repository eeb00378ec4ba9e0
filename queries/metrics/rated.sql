-- rating: Green, amber, red or grey
-- formula: green from the green threshold on, amber from the amber one, red below
-- edge cases: grey when the score is unknown; no data is never green
-- source: Rating, default thresholds 0.90 and 0.70
create or replace macro rated(score_reached, green_from, amber_from) as
case
    when score_reached is null then 'grey'
    when round(score_reached, 12) >= green_from then 'green'
    when round(score_reached, 12) >= amber_from then 'amber'
    else 'red'
end;

-- tests
select rated(0.9, 0.9, 0.7) = 'green';
select rated(0.8999, 0.9, 0.7) = 'amber';
select rated(0.7, 0.9, 0.7) = 'amber';
select rated(0.6999, 0.9, 0.7) = 'red';
select rated(null, 0.9, 0.7) = 'grey';
