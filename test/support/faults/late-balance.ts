import { OperationNodeTransformer, sql, WhereNode, type SelectQueryNode } from 'kysely';
import { tableOf } from './condition.js';

const isEarly = sql`booked_at < clock_timestamp() - interval '1 min'`.toOperationNode();

/** Reads the ledger as a copy of it would be that is a minute late. */
export class WithLateBalance extends OperationNodeTransformer {
  protected override transformSelectQuery(node: SelectQueryNode): SelectQueryNode {
    const select = super.transformSelectQuery(node);
    if (!select.where || tableOf(select.from?.froms[0]) !== 'ledger') return select;
    return { ...select, where: WhereNode.cloneWithOperation(select.where, 'And', isEarly) };
  }
}
