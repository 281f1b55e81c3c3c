/**
 * The JSON contract as checks: which members each object has, in which order, and what they are. A member too few, too
 * many or of another type fails with its path.
 */
import assert from 'node:assert/strict';

export type Shape = (value: unknown, path: string) => void;

export function object(members: Readonly<Record<string, Shape>>): Shape {
  return (value, path) => {
    assert.ok(typeof value === 'object' && value !== null && !Array.isArray(value), `${path} is no object`);
    assert.deepEqual(Object.keys(value), Object.keys(members), path);
    for (const [name, shape] of Object.entries(members))
      shape((value as Record<string, unknown>)[name], `${path}.${name}`);
  };
}

export function list(item: Shape): Shape {
  return (value, path) => {
    assert.ok(Array.isArray(value), `${path} is no array`);
    for (const [place, element] of value.entries()) item(element, `${path}[${place}]`);
  };
}

export function record(item: Shape): Shape {
  return (value, path) => {
    for (const [name, element] of Object.entries(value as object)) item(element, `${path}.${name}`);
  };
}

export function orNull(shape: Shape): Shape {
  return (value, path) => {
    if (value !== null) shape(value, path);
  };
}

export function oneOf(...values: readonly string[]): Shape {
  return (value, path) => assert.ok(values.includes(value as string), `${path} is ${value}`);
}

export const text: Shape = (value, path) => assert.equal(typeof value, 'string', path);
export const amount: Shape = (value, path) =>
  assert.ok(Number.isFinite(value) && Number(value) >= 0, `${path} is ${value}`);
export const count: Shape = (value, path) =>
  assert.ok(Number.isInteger(value) && Number(value) >= 0, `${path} is ${value}`);
const positive: Shape = (value, path) =>
  assert.ok(Number.isInteger(value) && Number(value) >= 1, `${path} is ${value}`);

const place = object({ line: positive, column: positive });
const range = object({ start: place, end: place });
const role = oneOf('client', 'server', 'both');
const kind = orNull(oneOf('client-server', 'peer-to-peer', 'hybrid'));
const evidence = object({ text, range });

const diagnostic = object({
  code: text,
  severity: oneOf('error', 'warning', 'information'),
  message: text,
  range,
  related: list(object({ message: text, range })),
  fixes: list(object({ title: text, edits: list(object({ range, text })) })),
});
const expectation = object({ text, range, outcome: oneOf('pass', 'fail'), actual: text, because: text });
const host = object({
  host: text,
  declared: orNull(role),
  capable: orNull(role),
  exercised: orNull(role),
  evidence: object({
    declared: list(evidence),
    capable: list(evidence),
    exercised: list(object({ role: oneOf('client', 'server'), service: orNull(text), text, range })),
  }),
});
const architecture = object({
  kind,
  reasons: list(text),
  services: list(object({ service: orNull(text), kind, reasons: list(text) })),
});

export const checkResult = object({
  files: list(
    object({
      path: text,
      diagnostics: list(diagnostic),
      expectations: list(expectation),
      roles: list(host),
      architecture,
    }),
  ),
  unreadable: list(object({ path: text, reason: text })),
});

export const rolesResult = object({ path: text, roles: list(host), architecture });

const step = object({
  index: count,
  start: amount,
  end: amount,
  kind: oneOf('request', 'response', 'data', 'push', 'query', 'hit', 'piece', 'stream', 'state', 'fault', 'note'),
  from: orNull(text),
  to: orNull(text),
  service: orNull(text),
  verb: orNull(text),
  resource: orNull(text),
  text: orNull(text),
  size: orNull(count),
  piece: orNull(count),
  ttl: orNull(count),
  answer: orNull(list(text)),
  line: positive,
  cause: orNull(count),
  outcome: oneOf('ok', 'failed'),
  why: orNull(text),
});

export const runResult = object({
  flow: text,
  scenario: orNull(text),
  seed: count,
  outcome: oneOf('completed', 'failed'),
  why: orNull(text),
  endTime: amount,
  messages: object({ total: count, byKind: record(count) }),
  steps: list(step),
  hosts: list(
    object({
      host: text,
      role: orNull(role),
      bytesSent: count,
      bytesReceived: count,
      messagesSent: count,
      messagesReceived: count,
      requestsServed: count,
      streamsOut: count,
      streamsIn: count,
    }),
  ),
  index: list(object({ host: text, resource: text, listed: list(text), stale: list(text) })),
});
