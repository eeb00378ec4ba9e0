-- Whose benefits they are, by weight: the whole of each benefit, the part of each project that
-- contributes, and what is attributed to none. The last two add up to the first, exactly. A weight of
-- zero is no part.
create table attributions as
select
    'whole' as scope,
    program_id,
    null as project_id,
    benefit_id,
    cast(1 as decimal(9, 6)) as weight,
from benefit_traits

union all

select
    'project' as scope,
    trait.program_id,
    contribution.project_id,
    contribution.benefit_id,
    contribution.weight,
from contributions as contribution
inner join benefit_traits as trait on trait.benefit_id = contribution.benefit_id
where contribution.weight <> 0

union all

select
    'unattributed' as scope,
    trait.program_id,
    null as project_id,
    trait.benefit_id,
    cast(1 - coalesce(sum(contribution.weight), 0) as decimal(9, 6)) as weight,
from benefit_traits as trait
left join contributions as contribution on contribution.benefit_id = trait.benefit_id
group by trait.program_id, trait.benefit_id
having coalesce(sum(contribution.weight), 0) <> 1

order by scope, program_id, project_id, benefit_id;

-- A line of a chart: what one scope has in one case version, by number in the order of their names.
create temp table lines as
select
    attribution.scope,
    attribution.program_id,
    attribution.project_id,
    version.case_version,
    cast(
        row_number() over (
            order by attribution.scope, attribution.program_id, attribution.project_id, version.case_version
        ) as integer
    ) as line,
from (
    select distinct
        scope,
        program_id,
        project_id,
    from attributions
) as attribution
inner join case_versions as version on version.program_id = attribution.program_id;

-- The part of each plan of money in each line.
create temp table line_parts as
with

line_members as materialized (

    select
        attribution.benefit_id,
        attribution.weight,
        lines.case_version,
        lines.line,
    from attributions as attribution
    inner join lines
        on
            lines.scope = attribution.scope
            and lines.program_id = attribution.program_id
            and lines.project_id is not distinct from attribution.project_id

)

select
    plans.plan,
    plans.is_benefit,
    member.line,
    member.weight,
from line_members as member
inner join plans on plans.benefit_id = member.benefit_id and plans.case_version = member.case_version
where plans.is_monetary;

-- Planned and realized amounts by period, for each scope: of benefits alone (gross) and with
-- disbenefits (net).
create temp table line_totals as
select
    part.line,
    cell.period_start,
    cell.period_end,
    cast(sum(cell.measure * part.weight) as decimal(38, 12)) as net,
    cast(sum(case when part.is_benefit then cell.measure * part.weight else 0 end) as decimal(38, 12))
        as gross,
    count(*) filter (where cell.measure <> 0) as net_due_cells,
    count(*) filter (where cell.measure <> 0 and part.is_benefit) as gross_due_cells,
from planned_cells as cell
inner join line_parts as part on part.plan = cell.plan
group by part.line, cell.period_start, cell.period_end;

create table planned_totals as
select
    lines.scope,
    lines.program_id,
    lines.project_id,
    lines.case_version,
    total.period_start,
    total.period_end,
    total.net,
    total.gross,
from line_totals as total
inner join lines on lines.line = total.line
order by total.line, total.period_end;

create table realized_totals as
select
    attribution.scope,
    attribution.program_id,
    attribution.project_id,
    cell.period_end,
    cast(sum(cell.amount * attribution.weight) as decimal(38, 12)) as net,
    cast(sum(case when trait.is_benefit then cell.amount * attribution.weight else 0 end) as decimal(38, 12))
        as gross,
from realized_values as cell
inner join benefit_traits as trait on trait.benefit_id = cell.benefit_id
inner join attributions as attribution on attribution.benefit_id = cell.benefit_id
where trait.is_monetary and cell.amount is not null
group by attribution.scope, attribution.program_id, attribution.project_id, cell.period_end
order by attribution.scope, attribution.program_id, attribution.project_id, cell.period_end;
