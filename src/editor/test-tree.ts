/**
 * What of a file can be checked on its own: each exercise with what it checks, each flow with what is expected of it
 * elsewhere, and what is expected of the whole file. Made of the tree alone, so that it needs no run, and stays while a line is being typed.
 */
import type { Claim, Item, Line, Statement, StatementKind } from '../language/syntax';
import type { Tree } from '../language/tree';
import { statementRangeAt } from './blocks';
import type { Range } from './position';
import { longestName, statementText } from './symbols';

export interface TestNode {
  /** Made of what is written, never of its line, so that it stays when lines are added elsewhere. Unique in the file. */
  readonly id: string;
  readonly kind: 'exercise' | 'flow' | 'expectation';
  readonly label: string;
  /** With its block; it begins at the line of the statement. */
  readonly range: Range;
  /** What it is worth, of an exercise and of what it checks. */
  readonly points: number | undefined;
  readonly children: readonly TestNode[];
}

/** In the order of the file; what is expected of a flow is below it, wherever it stands outside of exercises. */
export function testsIn(tree: Tree): readonly TestNode[] {
  const node = nodeMaker(tree);
  const ofKind = (kind: StatementKind) => tree.items.filter(({ line }) => line.statement.kind === kind);
  const flows = ofKind('flow');
  const flowNamed = new Map([...flows].reverse().map((flow) => [flowNameOf(flow.line.statement), flow]));
  const claimsOf = new Map<Item | undefined, TestNode[]>();
  for (const claim of ofKind('expect')) {
    const flow = flowNamed.get(flowNameOf(claim.line.statement));
    const alike = claimsOf.get(flow);
    const made = node('expectation', claim);
    if (alike) alike.push(made);
    else claimsOf.set(flow, [made]);
  }
  return [
    ...ofKind('exercise').map((exercise) => exerciseNode(exercise, node)),
    ...flows.map((flow) => node('flow', flow, { children: claimsOf.get(flow) })),
    ...(claimsOf.get(undefined) ?? []),
  ].sort((a, b) => a.range.start.line - b.range.start.line);
}

function exerciseNode(exercise: Item, node: MakeNode): TestNode {
  const checks = (exercise.body ?? []).filter(({ line }) => line.statement.kind === 'expect');
  const children = checks.map((check) => node('expectation', check, { points: pointsOf(check) }));
  return node('exercise', exercise, { children, points: checks.reduce((sum, check) => sum + pointsOf(check), 0) });
}

function pointsOf({ line: { statement } }: Item): number {
  return statement.kind === 'expect' ? (statement.points?.value ?? 1) : 0;
}

/** The nodes and all below them. */
export function* withChildren(nodes: readonly TestNode[]): Iterable<TestNode> {
  for (const node of nodes) {
    yield node;
    yield* withChildren(node.children);
  }
}

type MakeNode = (
  kind: TestNode['kind'],
  item: Item,
  more?: { readonly points?: number; readonly children?: readonly TestNode[] | undefined },
) => TestNode;

/** Those that are written alike are told apart by which of them it is. */
function nodeMaker(tree: Tree): MakeNode {
  const counts = new Map<string, number>();
  return (kind, { lineNumber, line }, { points, children = [] } = {}) => {
    const label = labelOf(line);
    const written = `${kind} ${label}`;
    const count = (counts.get(written) ?? 0) + 1;
    counts.set(written, count);
    const id = count === 1 ? written : `${written} (${count})`;
    return { id, kind, label, range: statementRangeAt(tree, lineNumber), points, children };
  };
}

function labelOf(line: Line): string {
  const { statement } = line;
  const name = statement.kind === 'flow' || statement.kind === 'exercise' ? statement.name?.text : undefined;
  return name?.trim().slice(0, longestName) || statementText(line);
}

/** Of a flow its own, of an expectation that of the flow that it speaks of. */
function flowNameOf(statement: Statement): string | undefined {
  if (statement.kind === 'flow') return statement.name?.text;
  if (statement.kind !== 'expect') return undefined;
  return statement.flow?.text ?? flowOfClaim(statement.claim);
}

function flowOfClaim(claim: Claim | undefined): string | undefined {
  return claim && 'flow' in claim ? claim.flow.text : undefined;
}
