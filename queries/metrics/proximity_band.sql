-- helper: When a risk may happen, in bands
-- formula: overdue, within 3 months, 3 to 6 months, 6 to 12 months, later; other words as they are
-- edge cases: nothing said is not said; the end belongs to the band
-- source: model: Proximity, in your own words
create or replace macro proximity_band(proximity, months) as
case
    when coalesce(trim(proximity), '') = '' then 'not said'
    when months < 0 then 'overdue'
    when months <= 3 then 'within 3 months'
    when months <= 6 then '3 to 6 months'
    when months <= 12 then '6 to 12 months'
    when months > 12 then 'later'
    else lower(trim(proximity))
end;

-- tests
select proximity_band('2026-06-30', 3) = 'within 3 months';
select proximity_band('x', -1) = 'overdue';
select proximity_band('x', 12.5) = 'later';
select proximity_band(' Imminent', null) = 'imminent';
select proximity_band(' ', null) = 'not said';
