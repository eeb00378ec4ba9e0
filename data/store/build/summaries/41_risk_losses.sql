-- What the counted risks may cost together: for each program, and for all programs of one currency and price
-- base, the loss that is not exceeded in 0 to 100 of 100 cases. Up to 15 risks every outcome is enumerated;
-- above, a number of runs is drawn, where a risk comes true by a hash of its ID and the number of the run:
-- the same on every machine and however many threads. Each loss three times: with the impacts at their
-- lowest, most likely and highest.
create temp table loss_scopes as
with

quantified as (

    select
        risks.risk_id,
        risks.program_id,
        programs.currency,
        programs.price_base,
        cast(risks.probability as double) as probability,
        coalesce(risks.impact_low, risks.impact) as impact_low,
        risks.impact,
        coalesce(risks.impact_high, risks.impact) as impact_high,
    from risks
    inner join risk_standings on risk_standings.risk_id = risks.risk_id
    inner join programs on programs.program_id = risks.program_id
    where risk_standings.is_counted and risks.probability is not null and risks.impact is not null

),

scoped as (

    select
        'program' as scope,
        *,
    from quantified

    union all

    select
        'currency' as scope,
        * replace (null as program_id),
    from quantified

),

numbered as (

    select
        *,
        dense_rank() over (order by scope, program_id, currency, price_base) as scope_number,
        row_number() over (partition by scope, program_id, currency, price_base order by risk_id) as place,
        count(*) over (partition by scope, program_id, currency, price_base) as risks,
    from scoped

)

-- Some four million draws at most, a thousand runs at least.
select
    *,
    case
        when risks > 15
            then
                greatest(
                    1000, least(10000, 4000000 // greatest(count(*) filter (where risks > 15) over (), 1))
                )
    end as runs,
from numbered;

-- Every outcome of up to 15 risks: one after the other comes true or not.
create temp table loss_outcomes as
with recursive

outcomes as (

    select distinct
        scope_number,
        risks,
        cast(0 as bigint) as place,
        cast(1 as double) as probability,
        cast(0 as decimal(28, 6)) as loss_low,
        cast(0 as decimal(28, 6)) as loss,
        cast(0 as decimal(28, 6)) as loss_high,
    from loss_scopes
    where risks <= 15

    union all

    select
        outcomes.scope_number,
        outcomes.risks,
        risk.place,
        outcomes.probability * case when truth.is_true then risk.probability else 1 - risk.probability end
            as probability,
        cast(outcomes.loss_low + case when truth.is_true then risk.impact_low else 0 end as decimal(28, 6))
            as loss_low,
        cast(outcomes.loss + case when truth.is_true then risk.impact else 0 end as decimal(28, 6)) as loss,
        cast(outcomes.loss_high + case when truth.is_true then risk.impact_high else 0 end as decimal(28, 6))
            as loss_high,
    from outcomes
    inner join loss_scopes as risk
        on risk.scope_number = outcomes.scope_number and risk.place = outcomes.place + 1
    cross join (values (true), (false)) as truth (is_true)

)

select
    scope_number,
    loss_low,
    loss,
    loss_high,
    cast(probability as decimal(38, 18)) as weight,
from outcomes
where place = risks;

-- The runs of more risks.
insert into loss_outcomes
select
    risk.scope_number,
    cast(coalesce(sum(risk.impact_low) filter (where came_true), 0) as decimal(28, 6)) as loss_low,
    cast(coalesce(sum(risk.impact) filter (where came_true), 0) as decimal(28, 6)) as loss,
    cast(coalesce(sum(risk.impact_high) filter (where came_true), 0) as decimal(28, 6)) as loss_high,
    cast(1 as decimal(38, 18)) / any_value(risk.runs) as weight,
from (
    select
        *,
        unnest(range(runs)) as run,
        hash(xor(hash(risk_id), cast(run as ubigint))) / 18446744073709551616.0 < probability as came_true,
    from loss_scopes
    where risks > 15
) as risk
group by risk.scope_number, risk.run;

-- The distribution, cut into hundredths. A tolerance, since 0.20 + 0.60 may be a hair below 0.80.
create table loss_percentiles as
with

weighed as (

    select
        scope_number,
        unnest(['low', 'likely', 'high']) as impacts,
        unnest([loss_low, loss, loss_high]) as loss,
        weight,
    from loss_outcomes

),

summed as (

    select
        scope_number,
        impacts,
        loss,
        sum(weight) as weight,
    from weighed
    group by scope_number, impacts, loss

),

reached as (

    select
        scope_number,
        impacts,
        loss,
        sum(weight) over (
            partition by scope_number, impacts
            order by loss
            rows between unbounded preceding and current row
        ) as reached,
        weight,
    from summed

),

spans as (

    select
        scope_number,
        impacts,
        loss,
        case
            when reached = weight then 0 else
                cast(floor((reached - weight) * 100 + 0.000000001) as integer) + 1
        end
            as first_percent,
        cast(floor(reached * 100 + 0.000000001) as integer) as last_percent,
    from reached

),

hundredths as (

    select
        scope_number,
        impacts,
        loss,
        unnest(range(first_percent, least(last_percent, 100) + 1)) as percent,
    from spans
    where last_percent >= first_percent

),

scopes as (

    select distinct
        scope_number,
        scope,
        program_id,
        currency,
        price_base,
        risks,
        runs,
    from loss_scopes

)

select
    scopes.scope,
    scopes.program_id,
    scopes.currency,
    scopes.price_base,
    scopes.risks,
    scopes.runs,
    cast(hundredths.percent as integer) as percent,
    max(hundredths.loss) filter (where hundredths.impacts = 'low') as loss_low,
    max(hundredths.loss) filter (where hundredths.impacts = 'likely') as loss,
    max(hundredths.loss) filter (where hundredths.impacts = 'high') as loss_high,
from hundredths
inner join scopes on scopes.scope_number = hundredths.scope_number
group by
    scopes.scope,
    scopes.program_id,
    scopes.currency,
    scopes.price_base,
    scopes.risks,
    scopes.runs,
    hundredths.percent
order by
    scopes.scope,
    scopes.program_id,
    scopes.currency,
    scopes.price_base,
    hundredths.percent;
