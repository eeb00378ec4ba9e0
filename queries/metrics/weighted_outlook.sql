-- M14 Confidence-weighted outlook
-- means: The outlook when every forecast counts only as much as its makers trust it.
-- formula: realized to date + what is still to come, by confidence
-- edge cases: as for the outlook
-- source: M14
create or replace macro weighted_outlook(realized, weighted_to_come) as
outlook(realized, weighted_to_come);

-- tests
select weighted_outlook(140, 145) = 285;
