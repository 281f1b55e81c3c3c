// The colours of the editor: what the TextMate grammar takes each word for. Checked with the engine that VS Code uses.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';

type Tokens = readonly (readonly [text: string, scope: string])[];

const path = 'media/topology.tmLanguage.json';
let tokenize: (line: string) => Tokens;

before(async () => {
  await loadWASM(new Uint8Array(readFileSync('node_modules/vscode-oniguruma/release/onig.wasm')).buffer);
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async () => parseRawGrammar(readFileSync(path, 'utf8'), path),
  });
  const grammar = await registry.loadGrammar('source.topology');
  assert.ok(grammar);
  tokenize = (line) =>
    grammar.tokenizeLine(line, INITIAL).tokens.flatMap(({ startIndex, endIndex, scopes }) => {
      const text = line.slice(startIndex, endIndex).trim();
      const scope = scopes.at(-1)?.replace(/\.topology$/, '') ?? '';
      return text && scope !== 'source' ? [[text, scope] as const] : [];
    });
});

/** Asserts the scopes of a line's words; words that the table leaves out are not looked at. */
function colours(line: string, expected: Readonly<Record<string, string>>): void {
  const found = Object.fromEntries(tokenize(line));
  const relevant = Object.fromEntries(Object.keys(expected).map((text) => [text, found[text]]));
  assert.deepEqual(relevant, expected, `in: ${line}`);
}

const host = 'variable.other.host';

describe('the grammar', () => {
  it('colours a host with its role, software, resources and rates', () => {
    colours('host bob : both runs music peer, web client shares "song.mp3" 4MB in music up 1Mbps // note', {
      host: 'storage.type.host',
      bob: 'entity.name.type.host',
      both: 'constant.language.role',
      runs: 'keyword.other.property',
      peer: 'constant.language.software',
      web: 'entity.name.type.service',
      client: 'constant.language.software',
      shares: 'keyword.other.property',
      'song.mp3': 'string.quoted.double',
      '4': 'constant.numeric',
      MB: 'keyword.other.unit',
      in: 'keyword.other.in',
      music: 'entity.name.type.service',
      up: 'keyword.other.property',
      '//': 'punctuation.definition.comment',
      note: 'comment.line.double-slash',
    });
  });

  it('takes contextual words for names where they are names', () => {
    colours('host server, up : client', { server: 'entity.name.type.host', up: 'entity.name.type.host' });
    colours('server -> client : get "x"', { server: host, client: host, get: 'support.function.verb' });
    colours('  up -> get : lookup "x"', { up: host, get: host, lookup: 'support.function.verb' });
    colours('expect server is client', { server: host, client: 'constant.language.role' });
  });

  it('takes words that only begin like a statement for names', () => {
    colours('host-a -> flow_b : get "x"', { 'host-a': host, flow_b: host });
    colours('online-shop joins web', { 'online-shop': host, joins: 'support.function.action' });
  });

  it('colours the properties in a block', () => {
    colours('  runs   music peer, web client', { runs: 'keyword.other.property', music: 'entity.name.type.service' });
    colours('  up 1Mbps down 8Mbps', { up: 'keyword.other.property', down: 'keyword.other.property' });
    colours('  lists "song.mp3" at bob, carol', {
      lists: 'keyword.other.property',
      at: 'keyword.other.property',
      bob: host,
    });
    colours('  at (10, -2.5)', { at: 'keyword.other.property', '-2.5': 'constant.numeric' });
  });

  it('colours services, devices and links', () => {
    colours('service files uses swarm pieces 100', {
      service: 'storage.type.service',
      files: 'entity.name.type.service',
      uses: 'keyword.other.uses',
      swarm: 'support.type.pattern',
      pieces: 'variable.parameter.option',
      '100': 'constant.numeric',
    });
    colours('router home at (1, 2)', { router: 'storage.type.device', home: 'entity.name.type.device' });
    colours('link a--b 100Mbps 2ms loss 1%', {
      a: host,
      '--': 'keyword.operator.connector',
      b: host,
      ms: 'keyword.other.unit',
      loss: 'keyword.other.loss',
      '%': 'keyword.other.unit',
    });
    colours('link peer[1..10] over gnutella as ring', {
      '..': 'keyword.operator.range',
      over: 'keyword.other.over',
      gnutella: 'entity.name.type.service',
      ring: 'support.type.shape',
    });
  });

  it('colours requests, pushes, actions and their words', () => {
    colours('  browser->web : "GET \\"/\\"" takes 20ms replies "200 OK" 14kB over http {', {
      browser: host,
      '->': 'keyword.operator.arrow',
      '\\"': 'constant.character.escape',
      takes: 'keyword.other.message',
      replies: 'keyword.other.message',
      http: 'entity.name.type.service',
      '{': 'punctuation.section.block.begin',
    });
    colours('  chat ~> alice, bob : "hello"', { '~>': 'keyword.operator.arrow', bob: host });
    colours('  alice, bob fetch "song.mp3"', { alice: host, bob: host, fetch: 'support.function.action' });
  });

  it('colours control: otherwise, together, repeat, wait, faults and notes', () => {
    colours('} otherwise {', { otherwise: 'keyword.control.otherwise', '{': 'punctuation.section.block.begin' });
    colours('  together {', { together: 'keyword.control.together' });
    colours('  repeat 3 {', { repeat: 'keyword.control.repeat', '3': 'constant.numeric' });
    colours('  wait 1.5s', { wait: 'keyword.control.wait', '1.5': 'constant.numeric', s: 'keyword.other.unit' });
    colours('  offline napster', { offline: 'keyword.control.event', napster: host });
    colours('  note "Look // here"', { note: 'keyword.other.note', 'Look // here': 'string.quoted.double' });
  });

  it('colours expectations', () => {
    colours('expect lookup "song.mp3" finds bob in "Find" when "index is down"', {
      lookup: 'support.function.verb',
      finds: 'keyword.other.expectation',
      bob: host,
      in: 'keyword.other.condition',
      when: 'keyword.other.condition',
    });
    colours('expect architecture is peer-to-peer of music', {
      architecture: 'keyword.other.architecture',
      'peer-to-peer': 'constant.language.architecture',
      music: 'variable.other',
    });
  });

  it('colours exercises and questions', () => {
    colours('exercise "Roles" {', { exercise: 'storage.type.flow', Roles: 'entity.name.function' });
    colours('  task "Do it"', { task: 'keyword.other.task', 'Do it': 'string.quoted.double' });
    colours('  hint "Look // here" // there', { hint: 'keyword.other.hint', 'Look // here': 'string.quoted.double' });
    colours('  points 3 expect lookup "x" finds bob otherwise "Has he told anybody?"', {
      points: 'keyword.other.points',
      '3': 'constant.numeric',
      expect: 'keyword.control.expect',
      lookup: 'support.function.verb',
      bob: host,
      otherwise: 'keyword.other.condition',
      'Has he told anybody?': 'string.quoted.double',
    });
    colours('expect otherwise is client', { otherwise: host });
    colours('  ask "Who answers?" server', { ask: 'keyword.other.ask', server: 'constant.language.topic' });
    colours('  asks -> points-2 : "hello"', { asks: host, 'points-2': host });
  });

  it('accepts names of any script, and ends an open string with its line', () => {
    colours('host büro, 東京 : server', { büro: 'entity.name.type.host', 東京: 'entity.name.type.host' });
    colours('topology "open', { open: 'string.quoted.double' });
  });
});
