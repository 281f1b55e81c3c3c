/**
 * Messages that would lie on top of each other become one with a count, and where there are very many, those on one link of
 * their ways. Knows nothing of runs: messages in, messages out.
 */
import type { MovingMessage } from './scene';

/** Up to here, messages that take the same way at other times are told apart. */
const fewMessages = 60;
/** Of more bundles than this the fullest are drawn; that is more than fit beside each other in any window. */
const manyBundles = 800;

export function bundled(messages: readonly MovingMessage[]): readonly MovingMessage[] {
  const together = joined(messages, (message) => [message.startsAt, message.endsAt, ...sameWay(message)]);
  if (together.length <= fewMessages) return together;
  const onWays = joined(together, sameWay);
  if (onWays.length <= fewMessages) return onWays;
  const onLinks = joined(onWays.flatMap(onItsLink), sameWay);
  return [...onLinks].sort((a, b) => b.count - a.count).slice(0, manyBundles);
}

function sameWay({ path, shape, lost, isStream }: MovingMessage): readonly unknown[] {
  return [shape, lost, isStream, ...path];
}

function joined(
  messages: readonly MovingMessage[],
  kindOf: (message: MovingMessage) => readonly unknown[],
): readonly MovingMessage[] {
  const kinds = new Map<string, MovingMessage[]>();
  for (const message of messages) {
    const key = JSON.stringify(kindOf(message));
    const same = kinds.get(key);
    if (same) same.push(message);
    else kinds.set(key, [message]);
  }
  return [...kinds.values()].map(bundleOf);
}

/** It moves as its messages do on average, and says what they have in common. */
function bundleOf(messages: readonly MovingMessage[]): MovingMessage {
  const first = messages[0] as MovingMessage;
  if (messages.length === 1) return first;
  const count = messages.reduce((sum, message) => sum + message.count, 0);
  const mean = (of: (message: MovingMessage) => number) =>
    messages.reduce((sum, message) => sum + of(message) * message.count, 0) / count;
  const areAlike = messages.every(({ label }) => label === first.label);
  return {
    ...first,
    ...(areAlike ? {} : { label: '' }),
    count,
    startsAt: mean(({ startsAt }) => startsAt),
    endsAt: mean(({ endsAt }) => endsAt),
    transfer: undefined,
  };
}

/** The link of its way on which it is when the step begins: each takes the same part of the time. */
function onItsLink(message: MovingMessage): MovingMessage[] {
  const { path, startsAt, endsAt } = message;
  const hops = path.length - 1;
  if (hops < 1) return [];
  const passed = endsAt > startsAt ? -startsAt / (endsAt - startsAt) : 1;
  const hop = Math.max(0, Math.min(hops - 1, Math.floor(passed * hops)));
  const share = (endsAt - startsAt) / hops;
  return [
    {
      ...message,
      path: path.slice(hop, hop + 2),
      lost: message.lost && hop === hops - 1,
      startsAt: startsAt + hop * share,
      endsAt: startsAt + (hop + 1) * share,
    },
  ];
}
