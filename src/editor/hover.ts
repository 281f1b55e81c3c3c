/**
 * What the mouse finds at a place of a file, as Markdown: a name and what it stands for, a line and what it does, a
 * quantity, a word of the language. Plain data in and out; nothing is run for it.
 */
import type { Checked } from '../analysis/check';
import type { Token } from '../language/lexer';
import type { Span } from '../language/source';
import type { Line, StatementKind } from '../language/syntax';
import type { Node, Topology } from '../language/topology';
import { english, type Words } from '../scene/words';
import { surroundingsOf } from './blocks';
import { flowAt } from './flow-summary';
import { explainExercise, explainExpectation, explainFlow, explainScenario } from './hover-flow';
import { explainNode } from './hover-node';
import { explainQuantity } from './hover-quantity';
import { explainResource, explainService } from './hover-service';
import { explainStep } from './hover-step';
import { explanationOf, tokenAt } from './hover-word';
import { topology as example, type LinkTo, paragraphs } from './markdown';
import { type NameInFile, nameAt } from './names';
import type { Position } from './position';

export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

export function hoverAt(checked: Checked, position: Position, linkTo: LinkTo, words = english): Hover | undefined {
  const { tree } = checked.compilation;
  const line = tree.lines[position.line];
  if (!line) return undefined;
  const name = nameAt(tree, position);
  if (name) return hover(name, explainName(checked, name, line, linkTo, words));
  const token = tokenAt(line, position.column);
  if (!token) return undefined;
  const place = { line: position.line, start: token.start, end: token.end };
  return hover(place, explainQuantity(token.text) ?? explainStatement(checked, place, line, token, linkTo, words));
}

function hover({ line, start, end }: Span, markdown: string | undefined): Hover | undefined {
  return markdown ? { span: { line, start, end }, markdown } : undefined;
}

function explainName(
  { analysis }: Checked,
  use: NameInFile,
  line: Line,
  linkTo: LinkTo,
  words: Words,
): string | undefined {
  const { topology } = analysis;
  const { kind, name } = use;
  const isIt = (each: { readonly name: string }) => each.name === name;
  switch (kind) {
    case 'node':
      return explainNode(
        analysis,
        nodesOf(topology, name, use.isDeclaration ? '' : line.text.slice(use.end)),
        linkTo,
        words,
      );
    case 'service': {
      const service = topology.services.find(isIt);
      return service && explainService(analysis, service);
    }
    case 'resource':
      return explainResource(analysis, name);
    case 'flow': {
      const flow = topology.flows.find(isIt);
      return flow && explainFlow(analysis, flow, linkTo, words);
    }
    case 'scenario': {
      const scenario = topology.scenarios.find(isIt);
      return scenario && explainScenario(analysis, scenario, linkTo);
    }
  }
}

/** `peer` and `peer[*]` mean the group, `peer[7]` one of it. */
function nodesOf({ nodes, nodeByName }: Topology, name: string, behind: string): readonly Node[] {
  const member = /^\s*\[\s*(\d+)\s*\]/.exec(behind)?.[1];
  const one = nodeByName.get(name) ?? (member === undefined ? undefined : nodeByName.get(`${name}[${member}]`));
  return one ? [one] : nodes.filter(({ group }) => group === name);
}

/** What the line does, where it does something, and what the word means. */
function explainStatement(
  { analysis, compilation }: Checked,
  place: Span,
  line: Line,
  token: Token,
  linkTo: LinkTo,
  words: Words,
): string | undefined {
  const isInHost = surroundingsOf(compilation.tree, place.line).container === 'host';
  const word = explanationOf(line, token, isInHost);
  const { kind } = line.statement;
  let found: string | undefined;
  if (kind === 'expect') {
    const result = analysis.expectations.find(({ expectation }) => expectation.span.line === place.line);
    found = result && explainExpectation(result, linkTo);
  }
  if (kind === 'exercise') {
    const exercise = analysis.topology.exercises.find(({ span }) => span.line === place.line);
    found = exercise && explainExercise(analysis, exercise, linkTo);
  }
  const flow = steps.has(kind) ? flowAt(compilation, place.line) : undefined;
  if (flow) found = explainStep(analysis, flow, place.line, linkTo, words);
  if (found === undefined) return word && paragraphs(word.meaning, example(word.example));
  return paragraphs(found, word && '---', word?.meaning);
}

const steps: ReadonlySet<StatementKind> = new Set(['message', 'action', 'call']);
