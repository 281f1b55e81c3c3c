// Points for what holds: of a file by its own exercises, of a submission by those that were handed out, and by hidden checks.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { check } from '../../src/analysis/check';
import type { Grade } from '../../src/analysis/grade';
import { feedbackOf, gradeOf, gradeWith } from '../../src/analysis/grading';
import { originals } from '../pipeline/hostile-files';

const hosts = 'host alice, bob, carol';
const greeting = `${hosts}
flow "Greet" {
  alice -> bob : "hello"
}
`;
const roles = `exercise "Roles" {
  task "Let alice ask bob."
  points 2 expect alice is client in "Greet"
  points 3 expect bob is client otherwise "Whom does the arrow point to?"
  expect "Greet" succeeds
}
`;

const outcomes = ({ exercises }: Grade) =>
  exercises.map(({ name, points, of, checks }) => [name, points, of, checks.map(({ outcome }) => outcome)]);
const sums = ({ points, of }: Grade) => [points, of];

describe('the grade of a file', () => {
  const grade = (text: string): Grade => gradeOf(check(text));

  it('is the points of what holds, exercise by exercise', () => {
    const found = grade(
      `${greeting}${roles}exercise "More" {\n  points 5 expect bob is server\n}\nexpect alice is server`,
    );
    assert.deepEqual(outcomes(found), [
      ['Roles', 3, 6, ['pass', 'fail', 'pass']],
      ['More', 5, 5, ['pass']],
    ]);
    assert.deepEqual(sums(found), [8, 11]);
  });

  it('says of each check what was found, why, and what its author says to it', () => {
    const [, failed] = grade(greeting + roles).exercises[0]?.checks ?? [];
    assert.deepEqual(failed, {
      text: 'expect bob is client',
      points: 0,
      of: 3,
      outcome: 'fail',
      otherwise: 'Whom does the arrow point to?',
      actual: 'bob is server',
      because: 'bob answers alice in “Greet”. It never asks.',
      span: { line: 7, start: 11, end: 31 },
    });
  });

  it('counts expectations outside of exercises where there are none', () => {
    const found = grade(`${greeting}expect alice is client\nexpect dave is client\n`);
    assert.deepEqual(outcomes(found), [[undefined, 1, 2, ['pass', 'not checked']]]);
    assert.match(found.exercises[0]?.checks[1]?.because ?? '', /^There is no host “dave”/);
  });

  it('is nothing of nothing for a file that expects nothing', () => {
    assert.deepEqual(grade(greeting), { exercises: [], points: 0, of: 0 });
  });

  it('gives no points for what is too large to run', () => {
    const long = `${hosts}\nflow "Greet" {\n  repeat 1000 {\n    alice -> bob : "hello"\n  }\n}\n`;
    const found = gradeOf(check(long + roles, undefined, { maxSteps: 100 }));
    assert.deepEqual(outcomes(found), [['Roles', 0, 6, ['not checked', 'not checked', 'not checked']]]);
  });
});

describe('the grade of a submission', () => {
  it('is by the exercises that were handed out, whatever the student has made of them', () => {
    const handedOut = `${hosts}\n\n${roles}`;
    const easy = `${greeting}exercise "Roles" {\n  points 1000 expect alice is client\n}\nexpect alice is client\n`;
    const found = gradeWith(easy, { exercises: handedOut });
    assert.deepEqual(outcomes(found), [['Roles', 3, 6, ['pass', 'fail', 'pass']]]);
    assert.equal(found.exercises[0]?.checks[0]?.span.line, 4, 'the line in the text that was handed out');
    assert.deepEqual(gradeWith(greeting, { exercises: handedOut }), found);
  });

  it('does not depend on blocks that the student has left open', () => {
    const [before] = greeting.split('\n}');
    for (const left of [
      before,
      `${greeting}exercise "x" {`,
      `${greeting}exercise "x"`,
      `${greeting}scenario "y" {\n`,
    ]) {
      const found = gradeWith(left ?? '', { exercises: roles, checks: '  expect bob is server\n' });
      assert.deepEqual(sums(found), [4, 7], left);
    }
  });

  it('counts hidden checks, which have flows and scenarios of their own', () => {
    const checks = `flow "Other way" {
  bob -> alice : "hello"
}
scenario "bob away" {
  offline bob
}
exercise "Hidden" {
  points 4 expect bob is client in "Other way"
  points 6 expect "Greet" succeeds when "bob away" otherwise "Think of what may break."
}`;
    const found = gradeWith(greeting + roles, { checks });
    assert.deepEqual(outcomes(found), [
      ['Roles', 3, 6, ['pass', 'fail', 'pass']],
      ['Hidden', 4, 10, ['pass', 'fail']],
    ]);
    assert.deepEqual(feedbackOf(found).hidden, [
      { number: 1, points: 4, of: 4, outcome: 'pass', otherwise: undefined },
      { number: 2, points: 0, of: 6, outcome: 'fail', otherwise: 'Think of what may break.' },
    ]);
    assert.equal(found.exercises[1]?.checks[0]?.span.line, 7);
  });

  it('takes the flow of the hidden checks for the one of that name', () => {
    const mine = `${greeting}flow "Secret" {\n  carol -> bob : "hello"\n}\n`;
    const checks = 'flow "Secret" {\n  bob -> carol : "hello"\n}\nexpect carol is server in "Secret"';
    assert.deepEqual(sums(gradeWith(mine, { checks })), [1, 1]);
  });

  it('does not count what students expect outside of exercises beside hidden checks', () => {
    const found = gradeWith(`${greeting}expect alice is client`, { checks: 'expect alice is server' });
    assert.deepEqual(sums(found), [0, 1]);
  });

  it('is that of the file where nothing else is given', () => {
    const text = greeting + roles;
    assert.deepEqual(gradeWith(text, {}), gradeOf(check(text)));
  });
});

/** Texts with lines changed and torn. */
const anyText = fc
  .tuple(
    fc.constantFrom(...originals, greeting + roles),
    fc.array(
      fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat({ max: 3 }),
        fc.constantFrom('', '{', '}', 'x', '"', ...roles.split('\n'), 'exercise "x" {', 'points 3', '\\'),
      ),
      { maxLength: 4 },
    ),
  )
  .map(([text, changes]) => {
    const lines = text.split('\n');
    for (const [at, removed, added] of changes) lines.splice(Math.floor(at * lines.length), removed, added);
    return lines.join('\n');
  });
const perhaps = fc.option(anyText, { nil: undefined });
const options = { maxSteps: 100 };

describe('any submission', () => {
  it('gets points between none and all, which add up', () => {
    fc.assert(
      fc.property(anyText, perhaps, perhaps, (submission, checks, exercises) => {
        const grade = gradeWith(submission, { checks, exercises }, options);
        const isSum = (whole: { points: number; of: number }, parts: readonly { points: number; of: number }[]) => {
          assert.ok(whole.points >= 0 && whole.points <= whole.of);
          assert.equal(
            whole.points,
            parts.reduce((all, { points }) => all + points, 0),
          );
          assert.equal(
            whole.of,
            parts.reduce((all, { of }) => all + of, 0),
          );
        };
        isSum(grade, grade.exercises);
        for (const exercise of grade.exercises) isSum(exercise, exercise.checks);
        for (const { checks } of grade.exercises) for (const one of checks) isSum(one, [one]);
        const feedback = feedbackOf(grade);
        isSum(feedback, [...feedback.exercises, ...feedback.hidden]);
      }),
      { numRuns: 60 },
    );
  }).timeout(120_000);

  it('gets as many points whatever the student makes of the exercises', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 6 }),
        fc.constantFrom('', '}', 'exercise "Roles" {', 'expect bob is server'),
        (at, line) => {
          const mine = roles.split('\n');
          mine.splice(at, 1, line);
          const found = gradeWith(greeting + mine.join('\n'), { exercises: roles });
          assert.deepEqual(sums(found), [3, 6]);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('what a student may see', () => {
  const secretLines = fc.constantFrom(
    'host hushHost runs hushService server shares "hush.txt" 1MB',
    'service hushService uses index',
    'link alice -- hushHost',
    'flow "hush flow" {',
    '  alice -> bob : "hush"',
    '  bob -> alice : get "hush.txt"',
    '  hushHost -> carol : put "hush.txt"',
    '  offline hushHost',
    '  offline bob',
    '}',
    'scenario "hush scenario" {',
    'exercise "hush exercise" {',
    '  task "hush task"',
    '  hint "hush hint"',
    '  points 7 expect hushHost is client otherwise "say one"',
    '  points 3 expect alice is both in "hush flow" otherwise "say two"',
    '  expect "Greet" succeeds when "hush scenario"',
    '  expect "hush flow" needs hushHost',
    'expect lookup "hush.txt" finds hushHost otherwise "say three"',
    'expect bob is both',
    'expect alice uploads > 1MB in "hush flow"',
    '  expect hush hush',
    '}',
  );
  const secrets = fc.array(secretLines, { minLength: 1, maxLength: 25 }).map((lines) => lines.join('\n'));

  it('is nothing that stands in the hidden file alone, but for what its author says to those who fail', () => {
    const submissions = fc.constantFrom(
      greeting,
      greeting + roles,
      hosts,
      `${greeting}expect bob is both\n`,
      'flow "x" {',
    );
    const handedOut = fc.constantFrom(undefined, roles, `${roles}exercise "All" {\n  expect alice is client\n}`);
    fc.assert(
      fc.property(submissions, secrets, handedOut, (submission, checks, exercises) => {
        const grade = gradeWith(submission, { checks, exercises });
        const feedback = feedbackOf(grade);
        assert.doesNotMatch(JSON.stringify(feedback), /hush/i);
        assert.doesNotMatch(JSON.stringify(feedback.exercises), /say /);
        for (const { outcome, otherwise } of feedback.hidden)
          if (outcome === 'pass') assert.equal(otherwise, undefined);
        assert.deepEqual(
          feedback.exercises,
          feedbackOf(gradeWith(submission, { exercises })).exercises.filter(
            ({ name }) => exercises !== undefined || name !== undefined,
          ),
        );
      }),
      { numRuns: 200 },
    );
  }).timeout(60_000);
});
