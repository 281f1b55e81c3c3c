// Random small files for properties that hold for every run: hosts on a switch, an index, shared files, faults, nesting.

import fc from 'fast-check';

const hostNames = ['a', 'b', 'c', 'd'];
const host = fc.constantFrom(...hostNames);
const hosts = fc.uniqueArray(host, { minLength: 1, maxLength: 3 }).map((names) => names.join(', '));
const resource = fc.constantFrom('"x"', '"y"');

const message = fc.oneof(
  resource.map((name) => `get ${name}`),
  fc.tuple(resource, fc.integer({ min: 1, max: 900 })).map(([name, size]) => `put ${name} ${size}kB`),
  fc.integer({ min: 0, max: 50 }).map((time) => `"work" 2kB takes ${time}ms replies "done" 9kB`),
);
const indexing = fc
  .tuple(fc.constantFrom('lookup', 'register', 'unregister'), resource)
  .map((parts) => parts.join(' '));

const simple: fc.Arbitrary<readonly string[]> = fc.oneof(
  fc.tuple(host, host, message).map(([from, to, what]) => (from === to ? [] : [`${from} -> ${to} : ${what}`])),
  fc.tuple(hosts, message).map(([from, what]) => [`${from} -> server : ${what}`]),
  fc.tuple(hosts, indexing).map(([from, what]) => [`${from} -> index : ${what}`]),
  fc.tuple(host, resource).map(([who, what]) => [`${who} fetches ${what}`]),
  fc.tuple(host, fc.constantFrom('joins', 'leaves')).map(([who, deed]) => [`${who} ${deed} files`]),
  fc.tuple(fc.constantFrom('offline', 'online'), host).map(([fault, who]) => [`${fault} ${who}`]),
  fc.tuple(fc.constantFrom('cut', 'restore'), host).map(([fault, who]) => [`${fault} ${who} -- lan`]),
  fc.integer({ min: 0, max: 2000 }).map((time) => [`wait ${time}ms`]),
);

const { steps } = fc.letrec<{ steps: readonly string[]; step: readonly string[] }>((tie) => ({
  steps: fc.array(tie('step'), { maxLength: 5 }).map((blocks) => blocks.flat()),
  step: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    simple,
    tie('steps').map((body) => ['together {', ...body, '}']),
    fc.tuple(fc.integer({ min: 0, max: 4 }), tie('steps')).map(([count, body]) => [`repeat ${count} {`, ...body, '}']),
    fc
      .tuple(hosts, tie('steps'), tie('steps'))
      .map(([from, body, otherwise]) => [
        `${from} -> server : "nested" {`,
        ...body,
        '} otherwise {',
        ...otherwise,
        '}',
      ]),
  ),
}));

/** The text of a file with one flow. */
export const randomTopology: fc.Arbitrary<string> = fc
  .tuple(steps, fc.integer({ min: 0, max: 20 }))
  .map(([body, loss]) =>
    [
      'service files uses index',
      'switch lan',
      'host index runs files index',
      'host server runs files peer up 8Mbps',
      'host a, b runs files peer shares "x" 300kB up 1Mbps',
      'host c, d runs files peer shares "y" 700kB down 2Mbps',
      `link index, server, a, b, c, d -- lan 10Mbps 1ms loss ${loss}%`,
      'flow "F" {',
      ...body,
      '}',
    ].join('\n'),
  );
