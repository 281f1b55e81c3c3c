/**
 * What of a file can be checked on its own: each flow, with what is expected of it below, and what is expected of the whole
 * file. Made of the tree alone, so that it needs no run, and stays while a line is being typed.
 */
import type { Claim, Item, Line, Statement } from '../language/syntax';
import type { Tree } from '../language/tree';
import { statementRangeAt } from './blocks';
import type { Range } from './position';
import { statementText } from './symbols';

export interface TestNode {
  /** Made of what is written, never of its line, so that it stays when lines are added elsewhere. Unique in the file. */
  readonly id: string;
  readonly kind: 'flow' | 'expectation';
  readonly label: string;
  /** With its block; it begins at the line of the statement. */
  readonly range: Range;
  readonly children: readonly TestNode[];
}

/** In the order of the file; what is expected of a flow is below it, wherever it stands. */
export function testsIn(tree: Tree): readonly TestNode[] {
  const node = nodeMaker(tree);
  const claims = tree.items.filter(({ line }) => line.statement.kind === 'expect');
  const flows = tree.items.filter(({ line }) => line.statement.kind === 'flow');
  const flowNamed = new Map([...flows].reverse().map((flow) => [flowNameOf(flow.line.statement), flow]));
  const claimsOf = new Map<Item | undefined, TestNode[]>();
  for (const claim of claims) {
    const flow = flowNamed.get(flowNameOf(claim.line.statement));
    const alike = claimsOf.get(flow);
    const made = node('expectation', claim, statementText(claim.line));
    if (alike) alike.push(made);
    else claimsOf.set(flow, [made]);
  }
  const ofFlows = flows.map((flow) => node('flow', flow, flowLabel(flow.line), claimsOf.get(flow)));
  return [...ofFlows, ...(claimsOf.get(undefined) ?? [])].sort((a, b) => a.range.start.line - b.range.start.line);
}

/** The nodes and all below them. */
export function* withChildren(nodes: readonly TestNode[]): Iterable<TestNode> {
  for (const node of nodes) {
    yield node;
    yield* withChildren(node.children);
  }
}

type MakeNode = (kind: TestNode['kind'], item: Item, label: string, children?: readonly TestNode[]) => TestNode;

/** Those that are written alike are told apart by which of them it is. */
function nodeMaker(tree: Tree): MakeNode {
  const counts = new Map<string, number>();
  return (kind, { lineNumber }, label, children = []) => {
    const written = `${kind} ${label}`;
    const count = (counts.get(written) ?? 0) + 1;
    counts.set(written, count);
    const id = count === 1 ? written : `${written} (${count})`;
    return { id, kind, label, range: statementRangeAt(tree, lineNumber), children };
  };
}

function flowLabel(line: Line): string {
  return flowNameOf(line.statement)?.trim().slice(0, 200) || statementText(line);
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
