-- value: What a search finds
-- formula: the text sought, whatever its case and accents, stands anywhere in the name or in the id
-- edge cases: nothing sought finds everything
-- source: What the filters can be set to
create or replace macro is_named_like(sought, name, identity) as
sought is null
or contains(strip_accents(lower(concat_ws(' ', name, identity))), strip_accents(lower(trim(sought))));

-- tests
select is_named_like('claims', 'Faster Claims handling', 'B1');
select is_named_like('b1', 'Faster claims handling', 'B1');
select is_named_like(' geschäft ', 'Geschaft', 'B1');
select is_named_like('B1', null, 'B1');
select is_named_like(null, null, 'B1');
select is_named_like('', 'Claims', 'B1');
select not is_named_like('50 %', 'Claims 50', 'B1');
