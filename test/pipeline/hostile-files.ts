// Files that no author would write and that must do no harm all the same: the examples with lines changed, swapped and torn,
// and files made of extremes — nothing, everything, itself — in every place where the language takes a name or a number.

import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { samples } from '../language/samples';

const examples = readdirSync('examples').map((name) => readFileSync(`examples/${name}`, 'utf8'));
/** Files without fault, which between them hold everything. */
export const originals = [...samples, ...examples];
const allLines = [...new Set(originals.flatMap((text) => text.split('\n')))];

const place = fc.double({ min: 0, max: 1, noNaN: true });
const rate = fc.constantFrom('0bps', '1bps', '1kbps', '8Mbps', '999999999Gbps', '1.5Mbps');
const duration = fc.constantFrom(
  '0ms',
  '1us',
  '10ms',
  '3s',
  '99999999h',
  '999999999999999999999h',
  `${'9'.repeat(301)}h`,
);
const size = fc.constantFrom('0B', '1B', '1MB', '999999TB', '99999999999999999999TB', `${'9'.repeat(295)}TB`);
const loss = fc.constantFrom('0%', '50%', '100%', '101%');
const count = fc.constantFrom('0', '1', '3', '100000', '1000000000');
const host = fc.constantFrom('a', 'b', 'i', 'p', 'p[1]', 'p[2..3]', 'p[*]', 'p[9]', 'a, b', 'a, a', 'p, a', 'lan', 'q');
const resource = fc.constantFrom('"x"', '"y"', '""', '"<b>“☃”</b>"');

const message = fc.oneof(
  fc.tuple(fc.constantFrom('get', 'lookup', 'register', 'unregister', 'login'), resource),
  fc.tuple(fc.constant('put'), resource, size),
  fc.tuple(resource, size, fc.constant('takes'), duration, fc.constant('replies'), resource, size),
);
const line = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(host, fc.constantFrom('->', '~>'), host, fc.constant(':'), message) },
  fc.tuple(host, fc.constantFrom('joins', 'leaves'), fc.constantFrom('music', 'web', 'none')),
  fc.tuple(host, fc.constantFrom('fetches', 'searches', 'publishes', 'sends'), resource),
  fc.tuple(fc.constantFrom('offline', 'online', 'call'), host),
  fc.tuple(fc.constantFrom('cut', 'restore'), host, fc.constant('-- lan')),
  fc.tuple(fc.constant('wait'), duration),
  fc.tuple(fc.constant('note'), resource),
  fc.tuple(fc.constant('ask'), resource, fc.constantFrom('', 'client', 'server', 'next', 'answer', 'outcome', 'x')),
);

interface Nested {
  readonly step: string;
  readonly steps: string;
}
const { steps } = fc.letrec<Nested>((tie) => ({
  steps: fc.array(tie('step'), { maxLength: 5 }).map((all) => all.join('\n')),
  step: fc.oneof(
    { depthSize: 'small' },
    line.map((parts) => parts.flat(2).join(' ')),
    tie('steps').map((body) => `together {\n${body}\n}`),
    fc.tuple(count, tie('steps')).map(([turns, body]) => `repeat ${turns} {\n${body}\n}`),
    fc.tuple(host, host, tie('steps'), tie('steps')).map(([from, to, body, otherwise]) => {
      return `${from} -> ${to} : "nested" {\n${body}\n} otherwise {\n${otherwise}\n}`;
    }),
  ),
}));

const scenario = fc.oneof(
  fc.tuple(fc.constantFrom('offline', 'online'), host).map((parts) => parts.join(' ')),
  fc.tuple(host, fc.constantFrom('up', 'down'), rate).map((parts) => `set ${parts.join(' ')}`),
  fc.constantFrom('cut a -- lan', 'restore b -- lan', 'set music ttl 0'),
);

const extremes = fc
  .record({ count, rate, up: rate, down: rate, duration, loss, size, steps, host, scenario, isLinked: fc.boolean() })
  .map((it) =>
    [
      'service music uses index',
      'switch lan',
      `host i runs music index lists "x" at ${it.host}`,
      `host a runs music peer, web client up ${it.up} shares "x" ${it.size}`,
      `host b runs music peer, web server down ${it.down} shares "y"`,
      'host p[3] runs music peer shares "x" 1MB in music',
      ...(it.isLinked ? [`link i, a, b, p -- lan ${it.rate} ${it.duration} loss ${it.loss}`] : []),
      `flow "F" {\n${it.steps}\n}`,
      `scenario "S" {\n${it.scenario}\n}`,
      `expect ${it.host} is client`,
      'expect "F" survives loss of any host',
      `expect "F" takes < ${it.duration} when "S"`,
      'expect lookup "x" finds nothing otherwise ""',
      `exercise "E" {\ntask "F"\nhint ""\npoints ${it.count} expect ${it.host} is both otherwise "<b>“☃”</b>"`,
      'expect "F" needs i, lan\n}',
    ].join('\n'),
  );

const mutated = fc
  .tuple(
    fc.constantFrom(...originals),
    fc.array(fc.record({ at: place, removed: fc.nat({ max: 2 }), added: fc.constantFrom(...allLines, '}', '') }), {
      maxLength: 6,
    }),
  )
  .map(([text, edits]) => {
    const lines = text.split('\n');
    for (const { at, removed, added } of edits) lines.splice(Math.floor(at * lines.length), removed, added);
    return lines.join('\n');
  });

export const hostileFile: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: extremes },
  { weight: 2, arbitrary: mutated },
  fc.string({ unit: 'binary' }),
);
