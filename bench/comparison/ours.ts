/** The language of this project, as its extension uses it: `compile`, incremental by line. */
import { type Checked, check } from '../../src/analysis/check';
import { complete } from '../../src/editor/completion';
import { hoverAt } from '../../src/editor/hover';
import { type Compilation, compile } from '../../src/language/compile';
import type { Item } from '../../src/language/syntax';
import type { Step } from '../../src/language/topology';
import type { FrontEnd, OpenFile, Outlined } from './front-end';
import type { Outline, StatementKind } from './outline';

export const ours: FrontEnd = {
  name: 'this project',
  read: (text) => outlined(compile(text)),
  open: openFile,
};

/** Hovering also tells what a run has shown, so the file is run once before the first. */
function openFile(text: string): OpenFile {
  let latest = text;
  let known = compile(text);
  let checked: Checked | undefined;
  return {
    edit(changed) {
      latest = changed;
      known = compile(changed, known);
      checked = undefined;
    },
    outline: () => outlineOf(known),
    complete: ({ line, character }) => complete(known, { line, column: character }).items.length,
    hover({ line, character }) {
      checked ??= check(latest, undefined, { compilation: known });
      return hoverAt(checked, { line, column: character }, () => '')?.markdown ?? '';
    },
  };
}

function outlined(compilation: Compilation): Outlined {
  return { outline: () => outlineOf(compilation) };
}

const names: ReadonlySet<string> = new Set(['unknown-host', 'unknown-service', 'unknown-flow', 'unknown-scenario']);
const syntax: ReadonlySet<string> = new Set([
  'unexpected-token',
  'unclosed-block',
  'unterminated-string',
  'unknown-word',
  'bad-quantity',
]);

function outlineOf({ tree, topology, diagnostics }: Compilation): Outline {
  const statements = new Map<number, StatementKind>();
  noteStatements(tree.items, 'step', statements);
  return {
    statements,
    hosts: topology.hosts.length,
    links: topology.links.length,
    steps: topology.flows.reduce((sum, flow) => sum + countSteps(flow.steps), 0),
    unresolved: diagnostics.filter(({ code }) => names.has(code)).map(({ span }) => `${span.line}:${span.start}`),
    syntaxErrors: diagnostics.filter(({ code }) => syntax.has(code)).length,
  };
}

function noteStatements(items: readonly Item[], inner: StatementKind, into: Map<number, StatementKind>): void {
  for (const { line, lineNumber, body, otherwise } of items) {
    const { kind } = line.statement;
    if (kind === 'nothing') continue;
    into.set(lineNumber, topLevel.find((known) => known === kind) ?? inner);
    const within = kind === 'host' ? 'properties' : kind === 'scenario' ? 'change' : 'step';
    noteStatements(body ?? [], within, into);
    noteStatements(otherwise ?? [], 'step', into);
  }
}

const topLevel: readonly StatementKind[] = [
  'topology',
  'service',
  'host',
  'device',
  'link',
  'flow',
  'scenario',
  'expect',
];

function countSteps(steps: readonly Step[]): number {
  return steps.reduce((sum, step) => {
    const body = 'body' in step ? countSteps(step.body) : 0;
    const otherwise = step.kind === 'request' && step.otherwise ? countSteps(step.otherwise) : 0;
    return sum + 1 + body + otherwise;
  }, 0);
}
