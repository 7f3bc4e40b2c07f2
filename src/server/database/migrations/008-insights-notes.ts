/**
 * What makes a note of an event, as SQL over `added`: the rows that a statement has inserted. The
 * server itself may write no note, so this is done in the name of the owner of the tables.
 */
const note = (table: string, select: string): string[] => [
  `create function note_${table}() returns trigger
   language plpgsql security definer set search_path from current as $$
   begin
     insert into insight_note (site, quarter, task_id, reviewer_id, figure, amount, class)
     ${select};
     return null;
   end $$`,
  `create trigger is_noted after insert on ${table} referencing new table as added
   for each statement execute function note_${table}()`,
];

export const notes = [
  ...note(
    'task_opening',
    `select site, quarter_of(opened_at), task_id, null, 'opened', 1, null from added`,
  ),
  ...note(
    'report',
    `select site, quarter_of(submitted_at), task_id, null, 'submitted', 1, null from added`,
  ),
  ...note(
    'decision',
    `select added.site, quarter_of(added.decided_at), report.task_id, added.reviewer_id,
       added.verdict, 1, wait_class(added.decided_at - round.opened_at)
     from added
     join report on report.site = added.site and report.id = added.report_id
     join round on round.site = added.site and round.report_id = added.report_id
       and round.n = added.round`,
  ),
  ...note(
    'ledger',
    `select added.site, quarter_of(added.booked_at), report.task_id, null,
       case added.kind when 'approval' then 'points' else 'corrected' end, added.points, null
     from added
     left join report on report.site = added.site and report.id = added.report_id`,
  ),
];
