import { OperationNodeTransformer, type InsertQueryNode, type SelectQueryNode } from 'kysely';

/** Takes locks away, as somebody would have written it who had not thought of a second process. */
export class WithoutLocks extends OperationNodeTransformer {
  constructor(readonly modifiers: readonly string[]) {
    super();
  }

  protected override transformSelectQuery(node: SelectQueryNode): SelectQueryNode {
    const { endModifiers, ...rest } = super.transformSelectQuery(node);
    const kept = endModifiers?.filter(({ modifier }) => !this.modifiers.includes(modifier ?? ''));
    return { ...rest, ...(kept?.length && { endModifiers: kept }) };
  }
}

/** Also leaves out that a decision gives way to one that is there. */
export class WithoutLocksAndKeys extends WithoutLocks {
  protected override transformInsertQuery(node: InsertQueryNode): InsertQueryNode {
    const { onConflict, ...rest } = super.transformInsertQuery(node);
    const decides = node.into?.table.identifier.name === 'decision';
    return { ...rest, ...(onConflict && !decides && { onConflict }) };
  }
}
