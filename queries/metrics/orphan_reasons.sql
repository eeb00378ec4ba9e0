-- M22 Orphaned benefit
-- means: A benefit whose project has gone and that nobody looks after; its value is what is still to come of it.
-- formula: a contributing project is closed or cancelled, and: no owner, or the owner left, or a handover was not accepted, or the last measurement is older than 1.5 x the cadence
-- edge cases: the list of reasons, null when there is none; a handover of which nothing is said is no reason
-- source: M22
create or replace macro orphan_reasons(owner, owner_until, as_of, handover_refused, unmeasured) as
nullif(
    concat_ws(
        ', ',
        case when owner is null then 'no owner' end,
        case when owner is not null and owner_until < as_of then 'owner left' end,
        case when handover_refused then 'handover not accepted' end,
        case when unmeasured then 'not measured' end
    ),
    ''
);

-- tests
select orphan_reasons(null, null, date '2026-03-31', false, false) = 'no owner';
select orphan_reasons('Ana', date '2026-03-30', date '2026-03-31', false, false) = 'owner left';
select orphan_reasons('Ana', date '2026-03-31', date '2026-03-31', false, false) is null;
select orphan_reasons('Ana', null, date '2026-03-31', true, true) = 'handover not accepted, not measured';
select orphan_reasons('Ana', null, date '2026-03-31', null, null) is null;
select orphan_reasons(null, date '2026-03-30', date '2026-03-31', null, true) = 'no owner, not measured';
