-- M13b Progress index
-- formula: progress / the progress that was planned for the status date
-- edge cases: null when no progress was planned yet
-- source: M13; Wovex help 14000056438: 37.5% against 50% is 0.75
create or replace macro progress_index(actual, path, base, target) as
ratio(progress(actual, base, target), progress(path, base, target));

-- tests
select progress_index(7, 6, 10, 2) = 0.75;
select progress_index(7, 10, 10, 2) is null;
select progress_index(7, null, 10, 2) is null;
select progress_index(7, 6, 10, 10) is null;
