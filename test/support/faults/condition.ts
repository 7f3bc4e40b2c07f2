import {
  OperationNodeTransformer,
  sql,
  type BinaryOperationNode,
  type InsertQueryNode,
  type OperationNode,
  type SelectQueryNode,
  type UpdateQueryNode,
} from 'kysely';

interface Spoilt {
  /** The statements: those that read from this table, write into it, or change it. */
  readonly reads?: string;
  readonly writes?: string;
  readonly changes?: string;
  /** The column whose comparison with a value is replaced. */
  readonly column: string;
  /** What the comparison is replaced by. Default: true. */
  readonly by?: boolean;
}

export const tableOf = (node: OperationNode | undefined): string | undefined =>
  node?.kind === 'TableNode' && 'table' in node
    ? (node.table as { identifier: { name: string } }).identifier.name
    : undefined;

const columnOf = (node: OperationNode): string | undefined =>
  node.kind === 'ReferenceNode' && 'column' in node
    ? (node.column as { column?: { name: string } }).column?.name
    : undefined;

/** Takes one condition out of statements, as somebody would have written them who forgot it. */
export class WithoutCondition extends OperationNodeTransformer {
  readonly #spoilt: Spoilt;
  #isInside = false;

  constructor(spoilt: Spoilt) {
    super();
    this.#spoilt = spoilt;
  }

  protected override transformInsertQuery(node: InsertQueryNode): InsertQueryNode {
    const table = tableOf(node.into);
    const isIt = table !== undefined && table === this.#spoilt.writes;
    return this.#within(isIt, () => super.transformInsertQuery(node));
  }

  protected override transformUpdateQuery(node: UpdateQueryNode): UpdateQueryNode {
    const table = tableOf(node.table);
    const isIt = table !== undefined && table === this.#spoilt.changes;
    return this.#within(isIt, () => super.transformUpdateQuery(node));
  }

  protected override transformSelectQuery(node: SelectQueryNode): SelectQueryNode {
    const table = tableOf(node.from?.froms[0]);
    const isIt = table !== undefined && table === this.#spoilt.reads;
    return this.#within(this.#isInside || isIt, () => super.transformSelectQuery(node));
  }

  protected override transformBinaryOperation(node: BinaryOperationNode): BinaryOperationNode {
    const isIt =
      this.#isInside &&
      columnOf(node.leftOperand) === this.#spoilt.column &&
      node.rightOperand.kind === 'ValueNode';
    if (!isIt) return super.transformBinaryOperation(node);
    const constant = this.#spoilt.by === false ? sql`false` : sql`true`;
    // A node of another kind in the place of a comparison, which the compiler takes as it is.
    return constant.toOperationNode() as OperationNode as BinaryOperationNode;
  }

  #within<Node>(isInside: boolean, transform: () => Node): Node {
    const outside = this.#isInside;
    this.#isInside = isInside;
    const node = transform();
    this.#isInside = outside;
    return node;
  }
}
