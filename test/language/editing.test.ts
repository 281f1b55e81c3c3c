// Files while they are edited: compiling what changed gives what compiling everything gives, and a broken line harms no other.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { serialize } from 'node:v8';
import fc from 'fast-check';
import { type Compilation, compile } from '../../src/language/compile';
import type { Diagnostic } from '../../src/language/source';
import type { Topology } from '../../src/language/topology';
import { samples as realistic } from './samples';

const examples = readdirSync('examples').map((name) => readFileSync(`examples/${name}`, 'utf8'));
const samples = [...realistic, ...examples];

const sample = fc.constantFrom(...samples);
const allLines = [...new Set(samples.flatMap((text) => text.split('\n')))];
const scraps = ['{', '}', '"', '\n', '\n}\n', ' {\n', '} otherwise {', '-> ', ':', ',', '//', 'x', ' ', '\r\n', '\t'];
const piece = fc.oneof(
  fc.constantFrom('', ...scraps),
  fc.constantFrom(...allLines).map((line) => `${line}\n`),
  fc.string({ maxLength: 5 }),
);

/** Replaces a span: places are shares of the text's length, so that an edit fits every text. */
const spanEdit = fc
  .record({ at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat({ max: 30 }), piece })
  .map(({ at, length, piece }) => (text: string): string => {
    const start = Math.floor(at * text.length);
    return text.slice(0, start) + piece + text.slice(start + length);
  });
const lineEdit = fc
  .record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.nat({ max: 3 }),
    added: fc.array(fc.constantFrom(...allLines), { maxLength: 2 }),
  })
  .map(({ at, removed, added }) => (text: string): string => {
    const lines = text.split('\n');
    lines.splice(Math.floor(at * lines.length), removed, ...added);
    return lines.join('\n');
  });
/** Words for words: most of these edits leave a text without fault, so that little of it has to be linked again. */
const words =
  'client server peer index both 4MB 1Mbps 2ms alice bob carol napster web db home lan music peer[1] peer[2] guest browser ' +
  'request relay "song.mp3" "talk.ogg" "film.mkv" offline online joins leaves ttl 7 3';
const wordEdit = fc
  .record({ at: fc.double({ min: 0, max: 1, noNaN: true }), by: fc.constantFrom(...words.split(' ')) })
  .map(({ at, by }) => (text: string): string => {
    const found = [...text.matchAll(/[\w.[\]"]+/g)];
    const place = found[Math.floor(at * found.length)];
    return place ? text.slice(0, place.index) + by + text.slice(place.index + place[0].length) : text;
  });
const undo = fc.constant(undefined);
const edit = fc.oneof(spanEdit, lineEdit, { weight: 3, arbitrary: wordEdit }, undo);
const edits = fc.array(edit, { minLength: 1, maxLength: 10 });

describe('editing', () => {
  it('means the same whether all of it is compiled or only what changed', () => {
    const property = fc.property(sample, edits, (text, changes) => {
      let compilation = compile(text);
      const texts = [text];
      for (const change of changes) {
        const current = change ? change(texts[texts.length - 1] ?? '') : (texts[texts.length - 2] ?? text);
        texts.push(current);
        compilation = compile(current, compilation);
        assertSame(compilation, compile(current), current);
      }
    });
    fc.assert(property, { numRuns: 200 });
  });
});

describe('an edit', () => {
  const compareAfter = (before: string, after: string): Compilation => {
    const compilation = compile(after, compile(before));
    assertSame(compilation, compile(after), after);
    return compilation;
  };

  it('of what a third host shares changes the service of a message', () => {
    const text = (service: string): string => `service one
service two
host a, b runs one peer, two peer
host c runs one peer, two peer shares "song" in ${service}
flow "A" {
  a -> b : get "song"
}`;
    const [step] = compareAfter(text('one'), text('two')).topology.flows[0]?.steps ?? [];
    assert.equal(step?.kind === 'request' && step.service?.name, 'two');
  });

  it('of a statement leaves the suggestions in all others', () => {
    const flows = Array.from({ length: 60 }, (_, n) => `flow "${n}" {\n  alcie -> bob : "hello"\n}\n`).join('');
    const { diagnostics } = compareAfter(`host alice, bob\n${flows}`, `host alice, bob\n${flows} `);
    assert.equal(diagnostics.filter(({ message }) => message.endsWith('Did you mean “alice”?')).length, 60);
  });

  it('that removes a declaration is felt wherever its name is used', () => {
    const text =
      'service web\nhost a runs web client\nhost b runs web server\nflow "A" {\n  a -> b : "x"\n}\nexpect b is server of web';
    for (const line of text.split('\n').slice(0, 3)) compareAfter(text, text.replace(line, ''));
  });
});

describe('a line that is broken', () => {
  for (const text of samples) {
    const title = /^topology "(.*)"/m.exec(text)?.[1];
    const whole = compile(text).topology;
    const lines = text.split('\n');

    it(`leaves the other hosts and flows of “${title}” alone`, () => {
      for (const [number, line] of lines.entries()) {
        for (const broken of breakages(line)) {
          const { topology } = compile(withLine(lines, number, broken));
          assertHostsKept(whole, topology, number, `${line} → ${broken}`);
          assertFlowsKept(whole, topology, lines, number, `${line} → ${broken}`);
        }
      }
    });
  }
});

describe('typing', () => {
  for (const text of samples) {
    const title = /^topology "(.*)"/m.exec(text)?.[1];

    it(`“${title}” from start to end never shows more than two reports on the line, nor loses a host`, () => {
      let compilation: Compilation | undefined;
      for (let length = 1; length <= text.length; length++) {
        const typed = text.slice(0, length);
        compilation = compile(typed, compilation);
        assertCalm(compilation, typed, typed.split('\n').length - 1);
      }
    });

    it(`a line within “${title}” never shows more than two reports on it, nor loses a host`, () => {
      const lines = text.split('\n');
      const whole = compile(text).topology;
      for (const [number, line] of lines.entries()) {
        let compilation: Compilation | undefined;
        for (let length = 0; length <= line.length; length++) {
          const typed = withLine(lines, number, line.slice(0, length));
          compilation = compile(typed, compilation);
          assert.ok(onLine(compilation.diagnostics, number).length <= 2, `${line.slice(0, length)}`);
          assertHostsKept(whole, compilation.topology, number, line.slice(0, length));
        }
      }
    });
  }
});

function withLine(lines: readonly string[], number: number, line: string): string {
  return [...lines.slice(0, number), line, ...lines.slice(number + 1)].join('\n');
}

/** The bytes are compared first: that takes a tenth of the time of `deepEqual`. */
function assertSame(actual: Compilation, expected: Compilation, text: string): void {
  const [one, other] = [actual, expected].map(({ topology, diagnostics }) => ({ topology, diagnostics }));
  if (!serialize(one).equals(serialize(other))) assert.deepEqual(one, other, text);
  assertCoherent(actual.topology, text);
}

/** Whatever a step, a link or an expectation refers to is the very object that the topology lists. */
function assertCoherent(topology: Topology, text: string): void {
  const listed = new Set<object>();
  const { nodes, links, services, flows, scenarios, exercises } = topology;
  for (const list of [nodes, links, services, flows, scenarios, exercises]) for (const entry of list) listed.add(entry);
  const seen = new Set<unknown>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    const isNamed = 'name' in value && 'span' in value;
    const isLink = 'a' in value && 'b' in value;
    if (isNamed || isLink) assert.ok(listed.has(value), `${JSON.stringify('name' in value && value.name)} in\n${text}`);
    for (const part of value instanceof Map ? value.values() : Object.values(value)) visit(part);
  };
  visit(topology);
}

function onLine(diagnostics: readonly Diagnostic[], line: number): readonly Diagnostic[] {
  return diagnostics.filter(({ span }) => span.line === line);
}

function assertCalm({ diagnostics, topology }: Compilation, typed: string, line: number): void {
  const found = onLine(diagnostics, line);
  assert.ok(found.length <= 2, `${typed}\n${found.map(({ message }) => message).join('\n')}`);
  const names = [...typed.slice(0, typed.lastIndexOf('\n') + 1).matchAll(/^host (\w+)/gm)].map(
    ([, name]) => name ?? '',
  );
  for (const name of names) {
    assert.ok(
      topology.hosts.some((host) => host.name === name || host.group === name),
      `${name} is lost in\n${typed}`,
    );
  }
}

function breakages(line: string): readonly string[] {
  const middle = Math.floor(line.length / 2);
  return [
    '',
    '?',
    line.slice(0, middle),
    `${line.slice(0, middle)}?${line.slice(middle)}`,
    `${line}"`,
    `x ${line}`,
    line.replace(/\w+/, 'wrd'),
  ];
}

/** All hosts but those that the broken line declared, with all that they are, but for what the broken line said of it. */
function assertHostsKept(whole: Topology, topology: Topology, broken: number, what: string): void {
  for (const host of whole.hosts) {
    if (host.span.line === broken) continue;
    const kept = topology.nodeByName.get(host.name);
    assert.ok(kept?.kind === 'host', `${what}: ${host.name} is lost`);
  }
}

function assertFlowsKept(
  whole: Topology,
  topology: Topology,
  lines: readonly string[],
  broken: number,
  what: string,
): void {
  for (const flow of whole.flows) {
    const end = lines.indexOf('}', flow.span.line);
    if (broken >= flow.span.line && broken <= end) continue;
    const kept = topology.flows.find(({ name }) => name === flow.name);
    const linesOf = (steps: typeof flow.steps | undefined): readonly number[] =>
      (steps ?? []).map(({ span }) => span.line);
    const isDeclaration = broken < (whole.flows[0]?.span.line ?? 0);
    // A step that names a host which is gone is gone itself; the others stay.
    if (isDeclaration) assert.ok(kept, `${what}: the flow ${flow.name} is lost`);
    else assert.deepEqual(linesOf(kept?.steps), linesOf(flow.steps), what);
  }
}
