import type pg from 'pg';
import type { Decision } from '../../src/contract/decision.js';
import { standingDecisions } from './standing.js';

/** What the tables tell about one report. */
export interface History {
  /** The text of each round, and who opened it. */
  readonly rounds: readonly { readonly text: string; readonly openedBy: string }[];
  readonly decisions: readonly Decision[];
  /** Each step that its dialogue tells, as `approved 1`, in the order of `seq`. */
  readonly steps: readonly string[];
}

interface Row {
  readonly id: string;
  readonly rounds: History['rounds'];
  readonly steps: readonly string[];
}

export async function readHistories(
  database: pg.Pool,
  site: string,
): Promise<Map<string, History>> {
  const standing = await standingDecisions(database, site);
  const { rows } = await database.query<Row>(
    `select r.id,
      (select jsonb_agg(jsonb_build_object('text', o.text, 'openedBy', o.opened_by) order by o.n)
        from round o where o.site = r.site and o.report_id = r.id) as rounds,
      (select jsonb_agg(m.happening || ' ' || m.round order by m.seq)
        from message m where m.site = r.site and m.report_id = r.id) as steps
     from report r where r.site = $1`,
    [site],
  );
  return new Map(
    rows.map(({ id, rounds, steps }) => [id, { rounds, steps, decisions: standing.get(id) ?? [] }]),
  );
}
