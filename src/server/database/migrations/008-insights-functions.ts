import { serverRole } from '../server-role.js';

/** Each has its place in `insight.events`, from 1 on. */
export const figures = [
  ...['opened', 'submitted', 'approved', 'rejected', 'changes', 'points', 'corrected'],
] as const;

/** How times are cut: quarters of an hour fit the days of every zone of the present. */
export const classes = [
  `create function quarter_of(moment timestamptz) returns integer language sql stable as $$
     select floor(extract(epoch from moment) / 900)::integer
   $$`,
  // Eight classes to each doubling: the middle of one is within 4.5 % of all that is in it.
  `create function wait_class(wait interval) returns smallint language sql immutable as $$
     select (case when wait < interval '15 seconds' then 1
       else least(2 + floor(8 * ln(extract(epoch from wait)::double precision / 15) / ln(2)), 178)
       end)::smallint
   $$`,
];

/** All that happened, from the tables that are the truth, in the form of the notes. */
export const facts = [
  `create view insight_fact as
   select site, quarter_of(opened_at) as quarter, task_id, null::text as reviewer_id,
     'opened' as figure, 1 as amount, null::smallint as class
   from task_opening
   union all
   select site, quarter_of(submitted_at), task_id, null, 'submitted', 1, null from report
   union all
   select decision.site, quarter_of(decided_at), report.task_id, reviewer_id, verdict, 1,
     wait_class(decided_at - opened_at)
   from decision
   join report on report.site = decision.site and report.id = decision.report_id
   join round on round.site = decision.site and round.report_id = decision.report_id
     and round.n = decision.round
   union all
   select ledger.site, quarter_of(booked_at), report.task_id, null,
     case kind when 'approval' then 'points' else 'corrected' end, points, null
   from ledger
   left join report on report.site = ledger.site and report.id = ledger.report_id`,
];

/**
 * Notes packed by subject and block. An event holds its amount above twelve bits, and in these the
 * quarter within the block, and a figure's place or 16 and a class of times.
 */
const packed = (notes: string): string => `
  select kind, subject, block, array_agg((amount << 12) | code order by code) as events
  from (
    select kind, subject, quarter >> 4 as block, ((quarter & 15) << 8) | what as code,
      sum(part.amount)::bigint as amount
    from ${notes} as note
    cross join lateral (values
      ('site', ''), ('task', task_id::text), ('reviewer', reviewer_id)
    ) as counted (kind, subject)
    cross join lateral (values
      (array_position(array['${figures.join("', '")}'], figure), note.amount), (16 + class, 1)
    ) as part (what, amount)
    where subject is not null and what is not null
    group by 1, 2, 3, 4
  ) as summed
  group by kind, subject, block`;

const eachFigure = (write: (figure: string, place: number) => string): string =>
  figures.map((figure, index) => write(figure, index + 1)).join('');

export const addingUp = [
  // What is given, with events added to its sums.
  `create function add_events(given insight, added bigint[]) returns insight
   language plpgsql immutable as $$
   declare event bigint; amount bigint; what integer;
   begin
     foreach event in array added loop
       amount := event >> 12;
       what := event & 255;
       ${eachFigure(
         (figure, place) =>
           `${place === 1 ? 'if' : 'elsif'} what = ${place} then
         given.${figure} := given.${figure} + amount;
       `,
       )}else
         what := what - 16;
         if what > cardinality(given.waits) then
           given.waits := given.waits || array_fill(0, array[what - cardinality(given.waits)]);
         end if;
         given.waits[what] := given.waits[what] + amount;
       end if;
     end loop;
     return given;
   end $$`,
  // One at a time for each site; who comes in between leaves the notes to the one who is there.
  `create function fold_insights(most integer) returns integer
   language plpgsql security definer set search_path from current as $$
   declare
     of_site text := current_setting('taskchat.site');
     added record;
     kept insight;
     folded integer := 0;
   begin
     if not pg_try_advisory_xact_lock(hashtextextended('taskchat.insights ' || of_site, 0)) then
       return 0;
     end if;
     for added in
       with gone as (
         delete from insight_note where site = of_site and id in (
           select id from insight_note where site = of_site order by id limit most)
         returning *
       )
       select (select count(*) from gone) as notes, ready.* from (${packed('gone')}) as ready
       order by kind, subject, block
     loop
       folded := added.notes;
       insert into insight (site, kind, subject, block)
       values (of_site, added.kind, added.subject, 0) on conflict do nothing;
       select * into kept from insight
       where site = of_site and kind = added.kind and subject = added.subject
         and block <= added.block
       order by block desc limit 1;
       if kept.block < added.block then
         kept := add_events(kept, kept.events);
         kept.block := added.block;
         kept.events := added.events;
         insert into insight values (kept.*);
       else
         update insight set events = (
           select array_agg((amount << 12) | code order by code) from (
             select event & 4095 as code, sum(event >> 12)::bigint as amount
             from unnest(events || added.events) as event group by 1) as summed)
         where site = of_site and kind = added.kind and subject = added.subject
           and block = added.block;
       end if;
       -- Whoever commits late counts in a block that others have come after.
       for kept in select * from insight
         where site = of_site and kind = added.kind and subject = added.subject
           and block > added.block
       loop
         kept := add_events(kept, added.events);
         update insight set ${eachFigure((figure) => `${figure} = kept.${figure}, `)}
           waits = kept.waits
         where site = of_site and kind = kept.kind and subject = kept.subject and block = kept.block;
       end loop;
     end loop;
     return folded;
   end $$`,
  'revoke execute on function fold_insights from public',
  `grant execute on function fold_insights to ${serverRole}`,
  // For the owner of the tables, after a change of what can never change. Writers wait meanwhile.
  `create function recount_insights(of_site text) returns void
   language plpgsql set search_path from current as $$
   declare
     added record;
     kept insight;
   begin
     lock table insight_note in share row exclusive mode;
     delete from insight_note where site = of_site;
     delete from insight where site = of_site;
     for added in
       select * from (${packed('(select * from insight_fact where site = of_site)')}) as ready
       order by kind, subject, block
     loop
       if kept.subject is null or (kept.kind, kept.subject) <> (added.kind, added.subject) then
         insert into insight (site, kind, subject, block)
         values (of_site, added.kind, added.subject, 0) returning * into kept;
       end if;
       kept := add_events(kept, kept.events);
       kept.block := added.block;
       kept.events := added.events;
       insert into insight values (kept.*);
     end loop;
   end $$`,
  'revoke execute on function recount_insights from public',
];
