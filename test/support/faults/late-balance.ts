import { OperationNodeTransformer, sql, WhereNode, type SelectQueryNode } from 'kysely';
import { tableOf } from './condition.js';

const isEarly = (column: string) =>
  sql`${sql.ref(column)} < clock_timestamp() - interval '1 min'`.toOperationNode();

/** When a row was last written. */
const written = new Map([
  ['ledger', 'booked_at'],
  ['points_tally', 'last_booked_at'],
]);

/** Reads the ledger as a copy of it would be that is a minute late. */
export class WithLateBalance extends OperationNodeTransformer {
  protected override transformSelectQuery(node: SelectQueryNode): SelectQueryNode {
    const select = super.transformSelectQuery(node);
    const column = written.get(tableOf(select.from?.froms[0]) ?? '');
    if (!select.where || !column) return select;
    return { ...select, where: WhereNode.cloneWithOperation(select.where, 'And', isEarly(column)) };
  }
}
