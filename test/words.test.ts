// The catalogues of words: whoever adds an English sentence and no German one, or an empty one, is told here by its key; and what
// the panel says of each step of each example is German in German.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { type Checked, check } from '../src/analysis/check';
import { differences } from '../src/scene/differences';
import { frame } from '../src/scene/frame';
import { stepRow } from '../src/scene/steps';
import { transcript } from '../src/scene/transcript';
import { type Words, wordsIn } from '../src/scene/words';
import { simulate } from '../src/simulation/simulate';
import type { Trace, TraceStep } from '../src/simulation/trace';
import { de } from '../webview/strings/de';
import { en } from '../webview/strings/en';
import { emptyIn, leavesOf, unlike } from './catalogues';

const scene = { en: wordsIn('en'), de: wordsIn('de') };

describe('the catalogues of words', () => {
  it('are the same in German as in English: the same keys, functions where there are functions', () => {
    assert.ok(leavesOf(en).length > 100 && leavesOf(scene.en).length > 200);
    assert.deepEqual([...unlike(en, de), ...unlike(scene.en, scene.de)], []);
  });

  it('say something, whatever stands in them', () => {
    assert.deepEqual([en, de, scene.en, scene.de].flatMap(emptyIn), []);
  });

  it('are German in German', () => {
    const texts = [...leavesOf(de), ...leavesOf(scene.de)].filter(({ value }) => typeof value === 'string');
    const said = texts.filter(({ path }) => !path.startsWith('emptyExample'));
    const leftOver = said.filter(({ value }) => english.test(String(value).replace('Peer-to-Peer', '')));
    assert.deepEqual(leftOver, []);
  });
});

describe('the reasons that the simulation gives', () => {
  it('are known in German, each of them', () => {
    const sources = readdirSync('src/simulation', { recursive: true }).map((path) => `src/simulation/${path}`);
    const texts = sources.filter((path) => path.endsWith('.ts')).map((path) => readFileSync(path, 'utf8'));
    const templates = texts.flatMap((text) => [...text.matchAll(/\bwhy(?: =|:) (?:saying)?`([^`]*)`/g)]);
    const reasons = templates.map(([, template = '']) =>
      template.replace(/\$\{quoted\([^}]*\}/g, '“song”').replace(/\$\{[^}]*\}/g, 'x'),
    );
    assert.ok(reasons.length > 20);
    // A chain of two reasons, and a sentence that holds another template, cannot be read off the source.
    const whole = reasons.filter((reason) => !/^xx|\$\{/.test(reason));
    const unknown = whole.filter((reason) => scene.de.reason(reason) === reason);
    assert.deepEqual(unknown, []);
  });
});

/** Words that no German sentence has, outside what the author wrote. */
const english =
  /\b(the|of|and|is|are|to|with|this|step|show|node|go|by|asks?|sends?|tells|has|have|nobody|no|fails?|without|when|knows|takes|who|it|from|piece|pieces|answers?|receives|since|nothing|other|one|does|not|been)\b/i;

describe('each step of each example', () => {
  for (const name of readdirSync('examples').filter((file) => file.endsWith('.topo')))
    it(`is said in German: ${name}`, () => {
      const text = readFileSync(`examples/${name}`, 'utf8');
      const checked = check(text);
      const found = runsOf(checked).flatMap((trace) => saidOf(checked, trace, scene.de));
      const own = [...textsOfAuthor(text), ...checked.compilation.topology.nodes.map((node) => node.name)];
      const leftOver = [...new Set(found)].filter((said) => english.test(without(said, own)));
      assert.deepEqual(leftOver, []);
    });
});

/** Every flow as it is, and the first under each scenario. */
function runsOf({ analysis, compilation: { topology } }: Checked): readonly Trace[] {
  const [flow] = topology.flows;
  const underScenarios = flow ? topology.scenarios.map((scenario) => simulate(topology, flow, { scenario })) : [];
  return [...analysis.traces.values(), ...underScenarios];
}

/** Long runs say the same again and again: of each sort of step the first few. */
function telling({ steps }: Trace): readonly TraceStep[] {
  const counts = new Map<string, number>();
  return steps.slice(0, 2000).filter(({ kind, verb, outcome, answer, stale, piece }) => {
    const sort = JSON.stringify([
      kind,
      verb,
      outcome,
      answer && Math.min(answer.length, 2),
      stale.length > 0,
      piece === 0,
    ]);
    counts.set(sort, (counts.get(sort) ?? 0) + 1);
    return (counts.get(sort) ?? 0) <= 3;
  });
}

const shortRun = 100;

function saidOf({ analysis, compilation: { topology } }: Checked, trace: Trace, words: Words): readonly string[] {
  const original = analysis.traces.get(trace.flow);
  const steps = telling(trace);
  const frames = steps.map(({ index, from, to }) => {
    const selection = index % 2 === 0 ? from : to;
    return frame(topology, trace, index + 1, selection, analysis.roles, undefined, undefined, words);
  });
  const last = frame(topology, trace, trace.steps.length, undefined, analysis.roles, undefined, undefined, words);
  const rows = steps.map((step) => stepRow(step, words).what);
  return [
    ...[...frames, last].flatMap(({ sentence, riddle, time, inspector, messages }) => [
      ...[sentence, riddle, time, ...messages.map(({ label }) => label), inspector?.description ?? ''],
      ...(inspector?.sections ?? []).flatMap(({ title, empty, hint, rows: facts, pieces }) => [
        ...[title, empty, hint ?? ''],
        ...facts.flatMap(({ text, detail }) => [text, detail]),
        ...(pieces ?? []).flatMap(({ text, rarest }) => [text, rarest]),
      ]),
    ]),
    ...rows,
    ...(trace.steps.length < shortRun ? transcript(topology, trace, words).split('\n') : []),
    ...(original ? differences(topology, original, trace, [], words).map(({ text }) => text) : []),
  ];
}

/** What stands in quotes in the file, its names and its verbs: all that is said again as it was written. */
function textsOfAuthor(text: string): readonly string[] {
  const quoted = [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, content = '']) => content);
  const notes = [...text.matchAll(/^\s*note\s+"?(.*?)"?\s*$/gm)].map(([, content = '']) => content);
  return [...quoted, ...notes].sort((a, b) => b.length - a.length);
}

function without(said: string, own: readonly string[]): string {
  const bare = own.reduce((rest, text) => (text === '' ? rest : rest.replaceAll(text, '')), said);
  return bare.replace(/\b(get|put|lookup|query|announce|register|find-node|find-value)\b|^answer$/g, '');
}
