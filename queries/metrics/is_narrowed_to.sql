-- value: Which benefits the register shows
-- formula: those of the ratings and classes chosen, of the owner chosen, and found by the search
-- edge cases: nothing chosen means any; an empty owner means the benefits without one
-- source: The register of benefits
create or replace macro is_narrowed_to(
    rating, class, owner, name, identity, ratings, classes, whose, sought
) as
(len(cast(ratings as varchar[])) = 0 or list_contains(cast(ratings as varchar[]), rating))
and (len(cast(classes as varchar[])) = 0 or coalesce(list_contains(cast(classes as varchar[]), class), false))
and (whose is null or coalesce(owner, '') = whose)
and is_named_like(sought, name, identity);

-- tests
select is_narrowed_to('red', null, null, 'Claims', 'B1', [], [], null, null);
select is_narrowed_to('red', 'x', 'Ana', 'Claims', 'B1', ['red', 'grey'], ['x'], 'Ana', 'CLAIM');
select not is_narrowed_to('green', 'x', 'Ana', 'Claims', 'B1', ['red', 'grey'], [], null, null);
select not is_narrowed_to('red', null, 'Ana', 'Claims', 'B1', [], ['x'], null, null);
select not is_narrowed_to('red', 'x', 'Ana', 'Claims', 'B1', [], [], '', null);
select is_narrowed_to('red', 'x', null, 'Claims', 'B1', [], [], '', null);
select not is_narrowed_to('red', 'x', null, 'Claims', 'B1', [], [], null, 'office');
