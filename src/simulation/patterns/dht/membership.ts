/** How a peer enters a network, and how it makes known what it has. */
import type { Host } from '../../../language/topology';
import type { Process } from '../../engine';
import type { StepContent } from '../../step-list';
import type { Action } from '../pattern';
import { commonBits, keyBeside, keyOf } from './keys';
import { lookUp } from './lookup';
import { entries, store } from './records';
import { contactOf } from './roster';
import type { Talk } from './talk';

/**
 * Looks up its own key, so that it learns who is near, and they learn of it; then a key of each subtree of which it has
 * not heard of anybody (section 2.3). Where it has met all there are this is left out.
 */
export function* enter(talk: Talk): Process<void> {
  const { network, action } = talk;
  const own = contactOf(action.host);
  const table = network.tableOf(action.host);
  const found = yield* lookUp(talk, { verb: 'find-node', key: own.key, resource: undefined });
  const neighbour = found.nearest.find((contact) => contact !== own);
  if (!found.isPartOfMore || !neighbour) return;
  for (let level = commonBits(neighbour.key, own.key) - 1; level >= 0; level -= 1) {
    if (table.knowsSomebodyAt(level)) continue;
    yield* lookUp(talk, { verb: 'find-node', key: keyBeside(own.key, level), resource: undefined });
  }
}

/** The nearest to the key of the resource are told who has it; the host itself may be one of them. False if there are none. */
export function* publish(talk: Talk, resource: string): Process<boolean> {
  const { scope, host, service } = talk.action;
  const { nearest, cause } = yield* lookUp(talk, { verb: 'find-node', key: keyOf(resource), resource });
  const keepers = nearest.map((contact) => contact.host);
  const step = recordPublished(talk.action, resource, cause ?? scope.cause, keepers);
  if (keepers.includes(host)) {
    for (const change of entries(service, host, resource, [host.name])) scope.run.recorder.change(step, change);
  }
  yield* storeAt(
    talk,
    keepers.filter((keeper) => keeper !== host),
    resource,
    step,
  );
  return keepers.length > 0;
}

function* storeAt(talk: Talk, keepers: readonly Host[], resource: string, cause: number): Process<void> {
  const { scope, host } = talk.action;
  if (keepers.length === 0) return;
  yield (resume) => {
    let left = keepers.length;
    for (const to of keepers) {
      store(talk, { from: host, to, cause }, resource, [host.name], () => {
        left -= 1;
        if (left === 0) scope.run.engine.after(0, resume);
      });
    }
  };
}

/** A step of its own: who are to keep the record. */
function recordPublished(
  { scope, host, service, line }: Action,
  resource: string,
  cause: number | undefined,
  keepers: readonly Host[],
): number {
  const { recorder } = scope.run;
  const content: StepContent = { kind: 'state', verb: 'publish', line, service: service?.name, resource };
  const step = recorder.begin(content, { from: host, cause });
  recorder.detail(step, { answer: keepers.map(({ name }) => name) });
  recorder.arrive(step);
  return step;
}
