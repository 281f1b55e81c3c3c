// What is asked about the next step, and that every answer comes from the recording.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { compile } from '../../src/language/compile';
import { type Question, questionsAt } from '../../src/scene/questions';
import { english, wordsIn } from '../../src/scene/words';
import { simulate } from '../../src/simulation/simulate';

function run(text: string, scenario?: string) {
  const { topology } = compile(text);
  const [flow] = topology.flows;
  assert.ok(flow);
  const trace = simulate(topology, flow, { scenario: topology.scenarios.find(({ name }) => name === scenario) });
  const at = (position: number, words = english) => questionsAt(topology, flow, trace, position, (name) => name, words);
  return { trace, at };
}

function only(questions: readonly Question[]): Question {
  assert.equal(questions.length, 1);
  return questions[0] as Question;
}

const answerOf = ({ choices, right }: Question) => choices[right]?.text;

const music = `service music uses index
host napster runs music index
host alice runs music peer
host bob runs music peer shares "song.mp3" 4MB
flow "Find and fetch" {
  bob -> napster : register "song.mp3"
  alice -> napster : lookup "song.mp3"
  ASK
  alice -> bob : get "song.mp3"
}
scenario "bob is gone" {
  offline bob
}`;

describe('questions about the next step', () => {
  const withAsk = (ask: string) => run(music.replace('ASK', ask));

  it('ask what an index answers, with nobody among the choices', () => {
    const { trace, at } = run(music);
    const lookup = trace.steps.find(({ verb, kind }) => verb === 'lookup' && kind === 'request');
    const question = only(at(lookup?.index ?? -1));
    assert.equal(question.about, 'answer');
    assert.equal(question.text, 'What does napster answer?');
    assert.equal(answerOf(question), 'bob has it');
    assert.ok(question.choices.some(({ text }) => text === 'nobody has it'));
    assert.match(question.explanation, /napster answers: bob has song\.mp3/);
  });

  it('do not say in advance what they ask for', () => {
    for (const topic of ['client', 'server', 'next', 'outcome']) {
      const { trace, at } = withAsk(`ask "?" ${topic}`);
      for (const { index } of trace.steps) {
        for (const question of at(index)) {
          const { about, situation } = question;
          assert.doesNotMatch(situation, /is the (client|server)/);
          if (about === 'client' || about === 'server' || about === 'next')
            assert.doesNotMatch(situation, new RegExp(`\\b${answerOf(question)}\\b`), `${about}: ${situation}`);
        }
      }
    }
  });

  it('put those of the author first, and take the answer from the run all the same', () => {
    const { trace, at } = withAsk('ask "Who provides the song?" server');
    const fetch = trace.steps.find(({ verb }) => verb === 'get');
    const question = only(at(fetch?.index ?? -1));
    assert.equal(question.text, 'Who provides the song?');
    assert.equal(answerOf(question), 'bob');
    assert.deepEqual(
      question.choices.map(({ node }) => node),
      ['napster', 'alice', 'bob'],
    );
  });

  it('ask openly where the author names nothing, and where the step has no such answer', () => {
    for (const ask of ['ask "Why not from the index?"', 'ask "What does the index answer?" answer']) {
      const { trace, at } = withAsk(ask);
      const fetch = trace.steps.find(({ verb }) => verb === 'get');
      const question = only(at(fetch?.index ?? -1));
      assert.equal(question.about, undefined);
      assert.deepEqual(question.choices, []);
      assert.match(question.explanation, /alice asks bob for song\.mp3/);
    }
  });

  it('ask all that stand before one statement, in their order', () => {
    const { trace, at } = withAsk('ask "One?" client\n  ask "Two?" outcome');
    const fetch = trace.steps.find(({ verb }) => verb === 'get');
    assert.deepEqual(
      at(fetch?.index ?? -1).map(({ text }) => text),
      ['One?', 'Two?'],
    );
  });

  it('ask whether it works where it does not', () => {
    const { trace, at } = run(music, 'bob is gone');
    const failed = trace.steps.find(({ outcome, kind }) => outcome === 'failed' && kind === 'request');
    const question = only(at(failed?.index ?? -1));
    assert.equal(question.about, 'outcome');
    assert.equal(answerOf(question), 'No, it fails.');
    assert.match(question.explanation, /bob is offline/);
    assert.doesNotMatch(question.situation, /offline|cannot|fail/);
  });

  it('are asked once for each sort of message, and not before an answer', () => {
    const { trace, at } = run(`host a, b
flow "Again" {
  repeat 5 {
    a -> b : "hi"
  }
}`);
    const asked = trace.steps.filter(({ index }) => at(index).length > 0);
    assert.deepEqual(
      asked.map(({ index, kind }) => [index, kind]),
      [[0, 'request']],
    );
  });

  it('belong to the first message of a block that they stand before', () => {
    const { at } = run(`host a, b, c
flow "Both" {
  ask "Who answers a?" server
  together {
    a -> b : "hi"
    a -> c : "hi"
  }
}`);
    assert.equal(answerOf(only(at(0))), 'b');
    assert.deepEqual(
      at(1)
        .map(({ text }) => text)
        .filter((text) => text === 'Who answers a?'),
      [],
    );
  });

  it('have one right answer among different ones in every step of every example, in both languages', () => {
    let count = 0;
    for (const file of readdirSync('examples').filter((name) => name.endsWith('.topo'))) {
      const { topology } = compile(readFileSync(`examples/${file}`, 'utf8'));
      for (const flow of topology.flows) {
        for (const scenario of [undefined, ...topology.scenarios]) {
          const trace = simulate(topology, flow, { scenario, maxSteps: 3000 });
          for (let position = 0; position < Math.min(trace.steps.length, 300); position += 1) {
            for (const words of [english, wordsIn('de')]) {
              for (const question of questionsAt(topology, flow, trace, position, (name) => name, words)) {
                const where = `${file}, ${flow.name}, step ${position}: ${question.text}`;
                count += 1;
                assert.notEqual(question.text, '', where);
                assert.notEqual(question.explanation, '', where);
                if (question.choices.length === 0) continue;
                assert.ok(question.choices[question.right], where);
                const texts = question.choices.map(({ text }) => text);
                assert.equal(new Set(texts).size, texts.length, where);
                assert.ok(texts.length >= 2, `${where} ${texts}`);
              }
            }
          }
        }
      }
    }
    assert.ok(count > 500);
  });
});
