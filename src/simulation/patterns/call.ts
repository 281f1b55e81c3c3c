/**
 * What calls have in common, with a server in the middle or without: messages that follow each other, streams, and what
 * has become of it in the end. A stream is one step, which ends when its first packet has arrived: it has no size, since
 * the language gives it no rate and no end.
 *
 * A call fails if somebody who is there sees nobody. Who is offline is missing, and the others have their call without.
 */
import type { Host } from '../../language/topology';
import { shorten } from '../../language/wording';
import { lossOf } from '../exchange';
import { actionFailed } from '../findings';
import type { Parcel } from '../messages';
import type { FoundFact } from '../recorder';
import { find, isOffline } from '../run';
import { createBatch } from './batch';
import type { Action, Doing } from './pattern';

export type CallAction = Omit<Action, 'host'> & { readonly hosts: readonly Host[] };

export interface Call {
  send(parcel: Parcel, arrived?: (step: number) => void): void;
  /** Until all that was sent has come to its end. */
  ended(): Doing;
}

interface Loss {
  readonly parcel: Parcel;
  readonly fact: FoundFact;
  readonly why: string;
}

export function createCall(action: CallAction): Call {
  const { scope, hosts } = action;
  const batch = createBatch(scope.run);
  const losses: Loss[] = [];
  const seesSomebody = new Set<Host>();
  return { send, ended };

  function send(parcel: Parcel, arrived?: (step: number) => void): void {
    const { content, to, client } = parcel;
    batch.send(
      parcel,
      (step) => {
        if (content.kind === 'stream' && to === client) seesSomebody.add(to);
        arrived?.(step);
      },
      (step, failure) => losses.push({ parcel, fact: lossOf(scope.run, parcel, step, failure), why: failure.why }),
    );
  }

  function* ended(): Doing {
    yield* batch.ended();
    const alone = hosts.find((host) => !seesSomebody.has(host) && !isOffline(scope, host.name));
    if (!alone && seesSomebody.size > 0) return undefined;
    const loss = losses.find(({ parcel: { from, to } }) => from === alone || to === alone) ?? losses[0];
    const { fact, why } = loss ?? nobodyElse(action);
    find(scope, fact);
    return { why };
  }
}

function nobodyElse({ hosts, line }: CallAction): Pick<Loss, 'fact' | 'why'> {
  const name = shorten(hosts[0]?.name ?? 'nobody');
  const why = `nobody but ${name} is in this call`;
  return { why, fact: actionFailed({ line, step: undefined }, why, `Name two at least: call ${name}, NAME.`) };
}
