import {
  OperationNodeTransformer,
  sql,
  type OnConflictNode,
  type OperationNode,
  type ReferenceNode,
  type UpdateQueryNode,
} from 'kysely';

/** Columns that a guard compares, each as the statement's snapshot had it. */
const snapshots: Record<string, OperationNode> = {
  submitted: sql`coalesce((select seen.submitted from task_member seen
    where (seen.site, seen.task_id, seen.member_id)
      = (task_member.site, task_member.task_id, task_member.member_id)), 0)`.toOperationNode(),
  awaiting: sql`(select seen.awaiting from task_tally seen
    where (seen.site, seen.task_id) = (task_tally.site, task_tally.task_id))`.toOperationNode(),
};

/** Read, then check, then write: the guard looks at what was read before the row was locked. */
export class GuardsFromSnapshot extends OperationNodeTransformer {
  #inGuard = false;

  protected override transformUpdateQuery(node: UpdateQueryNode): UpdateQueryNode {
    const { where, ...rest } = node;
    const update = super.transformUpdateQuery(rest);
    const guard = this.#guarded(where);
    return { ...update, ...(guard && { where: guard }) };
  }

  protected override transformOnConflict(node: OnConflictNode): OnConflictNode {
    const { updateWhere, ...rest } = node;
    const conflict = super.transformOnConflict(rest);
    const guard = this.#guarded(updateWhere);
    return { ...conflict, ...(guard && { updateWhere: guard }) };
  }

  protected override transformReference(node: ReferenceNode): ReferenceNode {
    const column = 'column' in node.column ? node.column.column.name : '';
    const snapshot = this.#inGuard ? snapshots[column] : undefined;
    // A node of another kind in the place of a reference, which the compiler takes as it is.
    return (snapshot ?? super.transformReference(node)) as ReferenceNode;
  }

  #guarded<Node extends OperationNode | undefined>(node: Node): Node {
    this.#inGuard = true;
    const transformed = this.transformNode(node);
    this.#inGuard = false;
    return transformed;
  }
}
