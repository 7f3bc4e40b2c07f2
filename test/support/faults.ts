import {
  OperationNodeTransformer,
  sql,
  type InsertQueryNode,
  type KyselyPlugin,
  type OnConflictNode,
  type OperationNode,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type ReferenceNode,
  type SelectQueryNode,
  type UpdateQueryNode,
} from 'kysely';

/** Takes locks away, as somebody would have written it who had not thought of a second process. */
class WithoutLocks extends OperationNodeTransformer {
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
class WithoutLocksAndKeys extends WithoutLocks {
  protected override transformInsertQuery(node: InsertQueryNode): InsertQueryNode {
    const { onConflict, ...rest } = super.transformInsertQuery(node);
    const decides = node.into?.table.identifier.name === 'decision';
    return { ...rest, ...(onConflict && !decides && { onConflict }) };
  }
}

/** Columns that a guard compares, each as the statement's snapshot had it. */
const snapshots: Record<string, OperationNode> = {
  submitted: sql`coalesce((select seen.submitted from task_member seen
    where (seen.site, seen.task_id, seen.member_id)
      = (task_member.site, task_member.task_id, task_member.member_id)), 0)`.toOperationNode(),
  awaiting: sql`(select seen.awaiting from task_tally seen
    where (seen.site, seen.task_id) = (task_tally.site, task_tally.task_id))`.toOperationNode(),
};

/** Read, then check, then write: the guard looks at what was read before the row was locked. */
class GuardsFromSnapshot extends OperationNodeTransformer {
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

class Fault implements KyselyPlugin {
  readonly #transformer: OperationNodeTransformer;

  constructor(transformer: OperationNodeTransformer) {
    this.#transformer = transformer;
  }

  transformQuery({ node }: PluginTransformQueryArgs) {
    return this.#transformer.transformNode(node);
  }

  transformResult({ result }: PluginTransformResultArgs) {
    return Promise.resolve(result);
  }
}

/** What the tables themselves would refuse, taken away. */
const withoutKeys = [
  'alter table decision drop constraint if exists decision_pkey',
  'alter table ledger drop constraint if exists ledger_site_report_id_kind_key',
  'alter table task_tally drop constraint if exists task_tally_awaiting_check',
  'drop trigger if exists approved_is_final on report',
];

/** Faults to plant, by name: a plugin for every query, and what to do to the tables. */
export const faults: Record<string, { plugin: KyselyPlugin; statements: readonly string[] }> = {
  'no-locks-no-keys': {
    plugin: new Fault(new WithoutLocksAndKeys(['ForUpdate'])),
    statements: withoutKeys,
  },
  'no-share-lock': { plugin: new Fault(new WithoutLocks(['ForShare'])), statements: [] },
  'limit-from-snapshot': { plugin: new Fault(new GuardsFromSnapshot()), statements: [] },
  'quota-from-snapshot': { plugin: new Fault(new GuardsFromSnapshot()), statements: [] },
};
