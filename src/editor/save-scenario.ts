/**
 * Writes what was tried out into the file, as a scenario: where, in which lines, and under which name. The lines of the
 * scenario that it was tried out on top of are taken over, but for those that it undoes.
 */
import type { Compilation } from '../language/compile';
import { indentationOf, insertion } from '../language/places';
import type { TextEdit } from '../language/source';
import { asString } from '../language/stray-characters';
import type { Scenario, Topology } from '../language/topology';
import type { Tree } from '../language/tree';
import { statementsFor, type WhatIf } from '../scene/what-if';
import { blockEndsOf } from './blocks';

export interface TriedOut {
  readonly name: string;
  /** On top of which scenario. */
  readonly base: Scenario | undefined;
  readonly whatIf: WhatIf;
}

/** `line` is the 0-based line where the scenario begins once the edit is made. */
export interface ScenarioEdit {
  readonly edit: TextEdit;
  readonly line: number;
}

export function scenarioEdit({ tree, topology }: Compilation, { name, base, whatIf }: TriedOut): ScenarioEdit {
  const added = whatIf.flatMap((change) => statementsFor(topology, base, change));
  const kept = base ? bodyOf(tree, base).filter((line) => !added.some((other) => replaces(other, line))) : [];
  const undone = base ? bodyOf(tree, base) : [];
  const wanted = added.filter((line) => !undone.includes(opposite(line)));
  const indentation = indentationIn(tree);
  const body = [...kept, ...wanted].map((line) => `${indentation}${line}\n`).join('');
  return placed(tree, topology, `scenario ${asString(`"${name.trim()}"`)} {\n${body}}`);
}

/** Why a scenario cannot have this name; undefined where it can. */
export function scenarioNameProblem({ scenarios }: Topology, name: string): string | undefined {
  const wanted = name.trim();
  if (wanted === '') return 'Give the scenario a name, so that it can be chosen.';
  if (!scenarios.some((scenario) => scenario.name === wanted)) return undefined;
  return `There is a scenario “${wanted}” already. Choose another name.`;
}

/** The name itself, or with a number behind it. */
export function freeScenarioName({ scenarios }: Topology, wanted: string): string {
  const taken = new Set(scenarios.map(({ name }) => name));
  let number = 1;
  let name = wanted;
  while (taken.has(name)) {
    number += 1;
    name = `${wanted} ${number}`;
  }
  return name;
}

/** The statements of a scenario as they stand in the file, comments included. */
function bodyOf(tree: Tree, { span }: Scenario): readonly string[] {
  const end = blockEndsOf(tree).get(span.line) ?? span.line;
  return tree.lines
    .slice(span.line + 1, end)
    .map(({ text }) => text.trim())
    .filter((text) => text !== '');
}

const opposites: Readonly<Record<string, string>> = {
  offline: 'online',
  online: 'offline',
  cut: 'restore',
  restore: 'cut',
};

/** `online bob` for `offline bob`; of what has no opposite, the empty string. */
function opposite(statement: string): string {
  const [word = '', ...rest] = statement.split(' ');
  return word in opposites ? [opposites[word], ...rest].join(' ') : '';
}

/** The new statement says the contrary of the old one, or sets the same to something else. */
function replaces(added: string, old: string): boolean {
  const subject = /^set \S+ \S+ /.exec(added)?.[0];
  return opposite(added) === old || (subject !== undefined && old.startsWith(subject));
}

/** As the first indented line of the file has it. */
function indentationIn({ lines }: Tree): string {
  const first = lines.find(({ text }) => /^[ \t]+\S/.test(text));
  return first ? indentationOf(first) : '  ';
}

/** Behind the last scenario; else before the exercises and expectations; else at the end. */
function placed(tree: Tree, { scenarios }: Topology, block: string): ScenarioEdit {
  const { lines } = tree;
  const last = scenarios.reduce((latest, { span }) => Math.max(latest, span.line), -1);
  if (last >= 0) {
    const end = blockEndsOf(tree).get(last) ?? last;
    return { edit: insertion(end, lines[end]?.text.length ?? 0, `\n\n${block}`), line: end + 2 };
  }
  const isBlank = (line: number) => line < 0 || lines[line]?.text.trim() === '';
  const first = tree.items.find(({ line }) => line.statement.kind === 'expect' || line.statement.kind === 'exercise');
  if (first) {
    let at = first.lineNumber;
    while (lines[at - 1]?.text.trim().startsWith('//')) at -= 1;
    const gap = isBlank(at - 1) ? '' : '\n';
    return { edit: insertion(at, 0, `${gap}${block}\n\n`), line: at + gap.length };
  }
  const end = lines.length - 1;
  const gap = isBlank(end) ? (isBlank(end - 1) ? '' : '\n') : '\n\n';
  const column = lines[end]?.text.length ?? 0;
  return { edit: insertion(end, column, `${gap}${block}\n`), line: end + gap.length };
}
