import type { ColumnType, Generated, RawBuilder } from 'kysely';
import type { ReasonTemplate, Verdict } from '../../contract/decision.js';
import type { Happening } from '../../contract/message.js';
import type { Role } from '../../contract/member.js';
import type { ReportStatus, Round, Turn } from '../../contract/report.js';
import type { Example, TaskStatus } from '../../contract/task.js';

/** Set by the database's clock unless a value is given. Milliseconds, as in the contract. */
type Moment = ColumnType<Date, Date | string | undefined, Date | string>;

/** Written by the database alone. */
type Kept<Value> = ColumnType<Value, never, never>;

/** Null for never. */
type Deadline = ColumnType<Date | null, Date | string | null, Date | string | null>;

/** Read as it is, written as text. */
type Json<Value> = ColumnType<Value, string, string>;

/** The columns of every table, as SQL knows them. Each key begins with the site. */
export interface Tables {
  member: { site: string; id: string; name: string; picture: string | null };
  task: {
    site: string;
    id: string;
    name: string;
    description: string;
    points: number;
    status: TaskStatus;
    url: string | null;
    limit: number;
    quota: number | null;
    opens_at: Deadline;
    closes_at: Deadline;
    examples: Json<Example[]>;
    reasons: Json<ReasonTemplate[]>;
    /** Where it stands in the order of the owners: a decimal between 0 and 1. */
    position: ColumnType<string, never, RawBuilder<string>>;
    review_within: number | null;
    version: Generated<number>;
    created_at: Moment;
    updated_at: Moment;
  };
  /** What each version of a task was made from, and by whom. Insert-only. */
  task_edit: {
    site: string;
    task_id: string;
    version: number;
    content: ColumnType<unknown, string, never>;
    edited_by: string;
    edited_at: Moment;
  };
  /** The reports of a task by where they stand: those awaiting or approved take its places. */
  task_tally: {
    site: string;
    task_id: string;
    awaiting: Generated<number>;
    approved: Generated<number>;
    /** These take no place. */
    rejected: Generated<number>;
  };
  /** How many reports a member has sent for a task. */
  task_member: { site: string; task_id: string; member_id: string; submitted: number };
  report: {
    site: string;
    id: string;
    task_id: string;
    task_name: string;
    score: number;
    review_within: number | null;
    member_id: string;
    status: Generated<ReportStatus>;
    turn: ColumnType<Turn | null, Turn | undefined, Turn | null>;
    round: Generated<number>;
    last_seq: Generated<number>;
    version: Generated<number>;
    submitted_at: Moment;
    awaiting_since: Moment;
    updated_at: Moment;
  };
  /** Insert-only. */
  round: {
    site: string;
    report_id: string;
    n: number;
    kind: Round['kind'];
    text: string;
    attachments: Generated<string[]>;
    opened_by: string;
    opened_at: Moment;
    reopening_id: string | null;
  };
  /** Insert-only. At most one for each round. */
  decision: {
    site: string;
    report_id: string;
    round: number;
    id: string;
    verdict: Verdict;
    reason: string | null;
    reviewer_id: string;
    decided_at: Moment;
  };
  message: {
    site: string;
    id: string;
    report_id: string;
    seq: number;
    author_id: string;
    author_role: Role;
    kind: 'text' | 'system';
    text: string | null;
    reply_to: string | null;
    attachments: Generated<string[]>;
    happening: Happening['type'] | null;
    round: number | null;
    points: number | null;
    reason: string | null;
    sent_at: Moment;
    withdrawn_at: ColumnType<Date | null, never, Date>;
    /** Of a withdrawn message: what its request said, to know a repeat by. */
    digest: ColumnType<Uint8Array | null, never, Uint8Array>;
  };
  /** An attempt to upload. Completed, it has its id for itself; attached, it is for ever. */
  attachment: {
    site: string;
    /** Where the bytes are. */
    key: string;
    id: string;
    member_id: string;
    name: string;
    type: string | null;
    /** Bytes; until it is completed as many as are expected, or as may come at most. */
    size: number;
    width: number | null;
    height: number | null;
    digest: Uint8Array | null;
    started_at: Generated<Date>;
    completed_at: ColumnType<Date | null, never, Date>;
    report_id: ColumnType<string | null, never, string>;
    message_id: ColumnType<string | null, never, string | null>;
  };
  /** The bytes of an attachment in order, where no other store keeps them. Insert-only. */
  attachment_piece: { site: string; key: string; n: number; bytes: Uint8Array };
  /** Where the bytes of a removed attachment may still be, until they are gone. */
  file_leftover: { site: string; key: string };
  /** One row: what signs the links to files. */
  link_key: { bytes: ColumnType<Uint8Array, never, never> };
  /** Insert-only. The balance of a member is the sum of their entries. */
  ledger: {
    site: string;
    id: string;
    member_id: string;
    kind: 'approval' | 'correction';
    points: number;
    report_id: string | null;
    reason: string | null;
    booked_at: Moment;
    /** From 1, without a gap among the entries of a member. Given by the table itself, as is: */
    seq: Generated<number>;
    /** The sum of this entry and all before it. A driver may give it as text. */
    balance: Generated<number | string>;
    /** The owner who made a correction. */
    corrected_by: string | null;
  };
  /** The balance of each member, kept by the ledger itself. */
  points_tally: {
    site: string;
    member_id: string;
    points: Kept<number | string>;
    entries: Kept<number>;
    last_booked_at: Kept<Date>;
    /** Tells rows apart where nobody may learn whose they are. */
    key: Kept<string>;
  };
  /** The same for each month (UTC) in which something was booked. */
  points_month: {
    site: string;
    member_id: string;
    /** Its first day. */
    month: Kept<Date>;
    points: Kept<number | string>;
    key: Kept<string>;
  };
  /** With the role that the member had when they moved the mark. */
  read_mark: { site: string; report_id: string; member_id: string; seq: number; role: Role };
  /** Insert-only. A member counts once for each task and day (UTC). */
  task_opening: {
    site: string;
    task_id: string;
    member_id: string;
    day: ColumnType<Date, Date | string, never>;
    opened_at: Moment;
  };
}
