/**
 * From the syntax tree to the topology. Declarations may stand in any order, so they are entered kind by kind: services,
 * nodes, links, then the flows that use them, then scenarios and expectations. While only flows change, the rest is kept.
 */

import { type Foundation, foundationOf, type Linked } from './foundation';
import { linkExercise } from './link-exercises';
import { linkExpectation } from './link-expectations';
import { linkScenario } from './link-faults';
import { linkFlow } from './link-steps';
import type { Scope } from './scope';
import type { Diagnostic } from './source';
import type { Item } from './syntax';
import type { Exercise, Expectation, Flow, Scenario, Topology } from './topology';
import type { Tree } from './tree';

export interface Linking {
  readonly topology: Topology;
  readonly diagnostics: readonly Diagnostic[];
  readonly foundation: Foundation;
}

/** `previous` saves work: what neither changed nor refers to something that did is kept. The result is the same. */
export function link(tree: Tree, previous?: Linking): Linking {
  const foundation = foundationOf(tree, previous?.foundation);
  const { network, scope, nodes, nodeByName, title } = foundation;
  const diagnostics: Diagnostic[] = [...foundation.diagnostics];
  const collect = <T>(cache: WeakMap<Item, Linked<T>>, item: Item, make: () => T | undefined): T | undefined => {
    const kept = cache.get(item);
    const linked = kept && stillHolds(kept, foundation) ? kept : linkAnew(foundation, make);
    cache.set(item, linked);
    for (const found of linked.diagnostics) diagnostics.push(found);
    return linked.value;
  };
  scope.startFile();
  for (const item of tree.items) {
    const statement = item.line.statement;
    if (statement.kind === 'flow') {
      enter(
        scope,
        'flow',
        scope.flows,
        collect(foundation.statements.flows, item, () => linkFlow(scope, network, item, statement)),
      );
    } else if (statement.kind === 'scenario') {
      const scenario = collect(foundation.statements.scenarios, item, () =>
        linkScenario(scope, network, item, statement),
      );
      enter(scope, 'scenario', scope.scenarios, scenario);
    }
  }
  const expectations = new Map<Item, Expectation>();
  const expect = (item: Item): void => {
    const { statement } = item.line;
    if (statement.kind !== 'expect') return;
    const kept = foundation.statements.expectations;
    if (isOutdated(kept.get(item), scope)) kept.delete(item);
    const expectation = collect(kept, item, () => linkExpectation(scope, item, statement));
    if (expectation) expectations.set(item, expectation);
  };
  const exercises: Exercise[] = [];
  let last: Item | undefined;
  for (const item of tree.items) {
    const { statement, start } = item.line;
    if (statement.kind !== 'expect' && statement.kind !== 'exercise') continue;
    if (statement.kind === 'exercise' || last?.lineNumber !== item.lineNumber - 1) {
      const isApart = (tree.lines[item.lineNumber - 1]?.text ?? '').trim() === '';
      scope.firstExpectation = { line: item.lineNumber, start, isApart };
    }
    if (statement.kind === 'expect') {
      last = item;
      expect(item);
      continue;
    }
    for (const inner of item.body ?? []) expect(inner);
    const kept = foundation.statements.exercises;
    const exercise = linkExercise(scope, item, statement, expectations, kept.get(item));
    if (!exercise) continue;
    kept.set(item, exercise);
    exercises.push(exercise);
    const taken = scope.exercises.get(exercise.name);
    if (!scope.reportDuplicate(taken, 'exercise', exercise.name, exercise.span))
      scope.exercises.set(exercise.name, exercise);
  }
  for (const found of scope.diagnostics) diagnostics.push(found);
  const services = [...scope.services.values()];
  const flows = [...scope.flows.values()];
  const scenarios = [...scope.scenarios.values()];
  const { hosts, links } = network;
  const topology = {
    title,
    services,
    nodes,
    hosts,
    nodeByName,
    links,
    flows,
    scenarios,
    expectations: [...expectations.values()],
    exercises,
  };
  return { topology, diagnostics, foundation };
}

function linkAnew<T>(ground: Foundation, make: () => T | undefined): Linked<T> {
  const { scope } = ground;
  const before = scope.diagnostics.length;
  scope.startStatement();
  const value = make();
  const diagnostics = scope.diagnostics.splice(before);
  const isLocal = diagnostics.length === 0 && !scope.isFarReaching;
  return { value, diagnostics, ground, uses: isLocal ? [...scope.uses] : undefined };
}

/** On the same ground, or on one that differs in nothing that it uses. */
function stillHolds(linked: Linked<unknown>, ground: Foundation): boolean {
  if (linked.ground === ground) return true;
  if (!linked.uses || !ground.scope.stillMeans(linked.uses)) return false;
  linked.ground = ground;
  return true;
}

function enter<T extends Flow | Scenario>(
  scope: Scope,
  what: string,
  names: Map<string, T>,
  named: T | undefined,
): void {
  if (named && !scope.reportDuplicate(names.get(named.name), what, named.name, named.span))
    names.set(named.name, named);
}

/** It had a problem, or speaks of a flow or scenario that has been linked anew. */
function isOutdated(linked: Linked<Expectation> | undefined, scope: Scope): boolean {
  if (!linked) return false;
  const { flow, scenario } = linked.value ?? {};
  return (
    linked.value === undefined ||
    (flow !== undefined && scope.flows.get(flow.name) !== flow) ||
    (scenario !== undefined && scope.scenarios.get(scenario.name) !== scenario)
  );
}
