// Exercises and questions as the topology has them: what they hold, and to what they belong.

import assert from 'node:assert/strict';
import { compile } from '../../src/language/compile';
import type { Step } from '../../src/language/topology';
import { applyFix, diagnosticsOf, topologyOf, withoutIndentation } from './check';

const flow = `host alice, bob
flow "Greet" {
  alice -> bob : "hello"
}
`;

describe('an exercise', () => {
  const { exercises, expectations } = topologyOf(`${flow}
expect bob is server
exercise "Who asks?" {
  task "Let alice ask."
  hint "Arrows point to the one who answers."
  task "Then look."
  hint "Alice is on the left."
  points 3 expect alice is client in "Greet" otherwise "Has alice asked?" // three points
  expect "Greet" succeeds
}
exercise "Nothing to do" {
  points 0 expect bob is server otherwise ""
}`);

  it('has its tasks and its hints, each in the order of the file', () => {
    const [first, second] = exercises;
    assert.deepEqual([first?.name, second?.name], ['Who asks?', 'Nothing to do']);
    assert.deepEqual(first?.tasks, ['Let alice ask.', 'Then look.']);
    assert.deepEqual(first?.hints, ['Arrows point to the one who answers.', 'Alice is on the left.']);
    assert.deepEqual([second?.tasks, second?.hints], [[], []]);
  });

  it('has checks with their points, which are expectations of the file as well, in its order', () => {
    const checks = exercises.flatMap((exercise) => exercise.checks);
    assert.deepEqual(
      checks.map(({ points }) => points),
      [3, 1, 0],
    );
    assert.deepEqual(expectations, [expectations[0], ...checks.map(({ expectation }) => expectation)]);
    assert.equal(expectations.length, 4);
  });

  it('has of each expectation the words of the claim alone, and those of the author apart', () => {
    const [, expectation] = expectations;
    assert.equal(expectation?.text, 'expect alice is client in "Greet"');
    assert.deepEqual(expectation?.span, { line: 11, start: 11, end: 44 });
    assert.equal(expectation?.otherwise, 'Has alice asked?');
    assert.equal(expectations[0] && 'otherwise' in expectations[0], false);
  });

  it('keeps what cannot be understood, so that it stays worth its points', () => {
    const { topology, diagnostics } = compile(`${flow}exercise "A" {
  points 4 expect carol is client
  points 5 expect alice is
}`);
    assert.equal(diagnostics.length, 2);
    assert.deepEqual(
      topology.exercises[0]?.checks.map(({ points, expectation, text }) => [points, expectation, text]),
      [
        [4, undefined, 'expect carol is client'],
        [5, undefined, 'points 5 expect alice is'],
      ],
    );
    assert.equal(topology.expectations.length, 0);
  });

  it('is the very same while nothing about it changes, so that nothing is checked anew', () => {
    const text = `${flow}exercise "A" {
  expect alice is client
}\n// a remark`;
    const before = compile(text);
    const after = compile(`${text}, changed`, before);
    assert.equal(after.topology.exercises[0], before.topology.exercises[0]);
    const moved = compile(text.replace('alice -> bob', 'bob -> alice'), before);
    assert.deepEqual(
      moved.topology.exercises,
      compile(text.replace('alice -> bob', 'bob -> alice')).topology.exercises,
    );
  });

  it('is there twice where two have one name', () => {
    const { topology } = compile(`${flow}exercise "A" {
  expect alice is client
}
exercise "A" {
  expect bob is server
}`);
    assert.deepEqual(
      topology.exercises.map(({ checks }) => checks.length),
      [1, 1],
    );
  });

  it('lets the flow be written that one of its expectations lacks, in front of it', () => {
    const text = 'host alice, bob\n\nexercise "A" {\n  expect "Greet" succeeds\n}';
    const [diagnostic] = diagnosticsOf(text);
    const fix = diagnostic?.fixes[0];
    assert.ok(fix);
    assert.equal(
      applyFix(text, fix),
      'host alice, bob\n\nflow "Greet" {\n  alice -> bob : "hello"\n}\n\nexercise "A" {\n  expect "Greet" succeeds\n}',
    );
  });
});

describe('a question', () => {
  const asksOf = ({ asks = [] }: Step): readonly unknown[] => asks.map(({ text, about, line }) => [text, about, line]);

  it('belongs to the statement that follows it in its block, and makes no step', () => {
    const { flows } = topologyOf(`host alice, bob
flow "Greet" {
  ask "Who answers?" server
  ask "Why?"
  // a remark
  alice -> bob : "hello" {
    ask "And now?" next
    note "Bob thinks."
  } otherwise {
    ask "Was it lost?" outcome
    wait 1s
  }
  alice -> bob : "bye"
}`);
    const [request, last, ...more] = flows[0]?.steps ?? [];
    assert.ok(request?.kind === 'request' && last && more.length === 0);
    assert.deepEqual(asksOf(request), [
      ['Who answers?', 'server', 2],
      ['Why?', undefined, 3],
    ]);
    assert.deepEqual(request.body.map(asksOf), [[['And now?', 'next', 6]]]);
    assert.deepEqual(request.otherwise?.map(asksOf), [[['Was it lost?', 'outcome', 9]]]);
    assert.equal('asks' in last, false);
  });

  it('that cannot be read leaves its flow whole', () => {
    const { topology } = compile('host alice, bob\nflow "Greet" {\n  ask "Who\n  alice -> bob : "hello"\n}');
    assert.equal(topology.flows[0]?.isWhole, true);
    assert.equal(topology.flows[0]?.steps.length, 1);
  });

  it('is lost with a step that cannot be understood, and not asked of another', () => {
    const { topology } = compile(
      'host alice, bob\nflow "Greet" {\n  ask "Who?"\n  carol -> bob : "x"\n  alice -> bob : "y"\n}',
    );
    assert.deepEqual(topology.flows[0]?.steps.map(asksOf), [[]]);
  });
});

describe('the fixes of points', () => {
  const fixed = (line: string): string => {
    const text = withoutIndentation(`${flow}exercise "A" {
  expect bob is server
  ${line}
}`);
    const [diagnostic] = diagnosticsOf(text);
    const [fix] = diagnostic?.fixes ?? [];
    assert.ok(fix, line);
    const after = applyFix(text, fix);
    assert.deepEqual(compile(after).diagnostics, [], after);
    return after.split('\n').at(-2)?.trim() ?? '';
  };

  it('write what was meant', () => {
    assert.equal(fixed('points three expect alice is client'), 'points 3 expect alice is client');
    assert.equal(fixed('points 3 alice is client'), 'points 3 expect alice is client');
    assert.equal(fixed('expect alice is client points 3'), 'points 3 expect alice is client');
    assert.equal(fixed('point 3 expect alice is client'), 'points 3 expect alice is client');
  });

  it('take them away where none are given', () => {
    const text = `${flow}points 2 expect alice is client`;
    const [diagnostic] = diagnosticsOf(text);
    const fix = diagnostic?.fixes[0];
    assert.ok(fix);
    assert.equal(applyFix(text, fix), `${flow}expect alice is client`);
  });
});
