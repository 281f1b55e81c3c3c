import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { complete } from '../../src/editor/completion';
import { compile } from '../../src/language/compile';
import { type Completed, completeAt } from './completion';

const music = `service music uses index
service web uses request
switch lan
host napster : server runs music index
host alice : client runs music peer, web client
host bob : both runs music peer shares "song.mp3" 4MB
host carol : both runs music peer shares "talk.ogg"
host site : server runs web server shares "index.html"
link napster, alice, bob, carol, site -- lan
flow "Find" {
  alice -> bob : get "song.mp3"
}
scenario "Index down" {
  offline napster
}
`;
const inFile = (line: string): Completed => completeAt(`${music}${line}\n`);
const inFlow = (line: string): Completed => completeAt(`${music}flow "Next" {\n  ${line}\n}\n`);

describe('completion', () => {
  it('offers at the start of a line what may stand in its block', () => {
    const firstWords = (source: string) => [...new Set(completeAt(source).labels.map((label) => label.split(' ')[0]))];
    assert.deepEqual(
      firstWords('$0'),
      'host switch link service flow scenario exercise expect router cloud topology'.split(' '),
    );
    assert.deepEqual(firstWords('host a {\n  $0\n}'), 'runs shares up down lists note at'.split(' '));
    assert.deepEqual(firstWords('scenario "s" {\n$0'), 'offline cut set online restore'.split(' '));
    assert.deepEqual(firstWords('exercise "e" {\n  $0\n}'), 'task hint points expect'.split(' '));
    assert.ok(firstWords('flow "f" {\n  $0\n}').includes('together'));
    assert.deepEqual(inFlow('$0').labels.slice(0, 5), ['napster', 'alice', 'bob', 'carol', 'site']);
    assert.deepEqual(completeAt('flow "f" {\n  a -> b : "x" {\n  } $0\n}').labels, ['otherwise']);
    assert.deepEqual(completeAt('flow "f" {\n} $0').labels, []);
  });

  it('offers hosts that can serve what is asked, those that hold it first', () => {
    assert.deepEqual(inFlow('alice -> $0').labels, ['napster', 'bob', 'carol', 'site']);
    assert.deepEqual(inFlow('bob -> $0').labels, ['napster', 'alice', 'carol']);
    assert.deepEqual(inFlow('alice -> $0 : get "talk.ogg"').labels, ['carol', 'bob', 'site']);
    assert.deepEqual(inFlow('alice -> $0 : lookup "talk.ogg"').labels, ['napster']);
    assert.deepEqual(inFlow('site ~> $0').labels, ['alice']);
    assert.deepEqual(completeAt('host a, b\nflow "f" {\na -> $0\n}').labels, ['b'], 'without software everybody can');
  });

  it('offers a group again, since others of it may be meant', () => {
    assert.deepEqual(completeAt('host peer[3]\nhost a\nflow "f" {\n  peer[1] -> $0\n}').labels, ['peer', 'a']);
    assert.deepEqual(completeAt('host a, b\nflow "f" {\n  a -> $0\n}').labels, ['b']);
  });

  it('offers verbs that the one who is asked understands', () => {
    assert.deepEqual(inFlow('alice -> napster : $0').labels, ['lookup', 'register', 'unregister', 'login', '"…"']);
    assert.deepEqual(inFlow('alice -> site : $0').labels, ['get', 'put', 'login', '"…"']);
  });

  it('offers what the target holds, what the asker has to register, and what has arrived in steps before', () => {
    assert.deepEqual(inFlow('alice -> bob : get $0').labels, ['song.mp3']);
    assert.deepEqual(inFlow('carol -> napster : register "$0"').labels, ['talk.ogg']);
    assert.deepEqual(inFlow('alice -> napster : lookup $0').labels, ['song.mp3', 'talk.ogg', 'index.html']);
    const registered = inFlow('carol -> napster : register "talk.ogg"\n  alice -> napster : lookup $0').labels;
    assert.equal(registered[0], 'talk.ogg', 'what the index lists comes first');
    const later = completeAt(`${music}flow "Next" {\n  bob -> carol : get "talk.ogg"\n  alice -> bob : get $0\n}`);
    assert.deepEqual(later.labels, ['song.mp3', 'talk.ogg']);
    const earlier = completeAt(`${music}flow "Next" {\n  alice -> bob : get $0\n  bob -> carol : get "talk.ogg"\n}`);
    assert.deepEqual(earlier.labels, ['song.mp3']);
  });

  it('offers software and options that the pattern has', () => {
    assert.deepEqual(inFile('host dave runs $0').labels, ['music', 'web']);
    assert.deepEqual(inFile('host dave runs music $0').labels, ['peer', 'index']);
    assert.deepEqual(inFile('service files uses flooding $0').labels, ['ttl']);
    assert.deepEqual(inFile('service files uses swarm pieces 3 $0').labels, ['pieces', 'slots']);
  });

  it('offers the service that the hosts of the step run', () => {
    assert.deepEqual(inFlow('bob joins $0').labels, ['music']);
    assert.deepEqual(inFlow('alice -> site : "x" over $0').labels, ['music', 'web']);
  });

  it('offers flows, scenarios and what can be expected', () => {
    assert.deepEqual(inFile('expect "$0"').labels, ['Find']);
    assert.deepEqual(inFile('expect "Find" fails when $0').labels, ['Index down']);
    assert.deepEqual(inFile('expect "Find" $0').labels, 'succeeds,fails,takes,sends,needs,survives loss of'.split(','));
    assert.deepEqual(inFile('expect alice $0').labels, ['is', 'uploads', 'downloads', 'carries no data']);
    assert.deepEqual(inFile('expect lookup "talk.ogg" finds $0').labels.slice(0, 2), ['carol', 'napster']);
  });

  it('offers units behind a number, and amounts where none is written', () => {
    assert.deepEqual(inFile('link alice -- lan 10$0').labels.slice(0, 4), ['10bps', '10kbps', '10Mbps', '10Gbps']);
    assert.deepEqual(inFile('host x up 1$0').labels, ['1bps', '1kbps', '1Mbps', '1Gbps']);
    assert.equal(inFile('host x shares "y" 1.5M$0').take('1.5MiB'), `${music}host x shares "y" 1.5MiB\n`);
    assert.deepEqual(inFlow('wait $0').labels, ['2ms', '20ms', '1s']);
    assert.deepEqual(inFlow('repeat $0').labels, ['10']);
    assert.deepEqual(inFile('link alice, bob as tree $0').labels, ['3']);
    assert.equal(inFile('host x at $0').items[0]?.insert, '($1, $2)');
  });

  it('offers names that are used but not declared where one is declared', () => {
    const used = 'flow "f" {\ndave -> erin : "hi"\n}\nhost erin\nexpect "g" fails when "s"\n';
    assert.deepEqual(completeAt(`${used}host $0`).labels, ['dave']);
    assert.equal(completeAt(`${used}flow $0`).take('g').split('\n').slice(5).join('\n'), 'flow "g" {\n\t$0\n}');
    assert.equal(completeAt(`${used}scenario "$0" {`).take('s').split('\n').at(-1), 'scenario "s" {');
  });

  it('works in a line that is broken further left', () => {
    assert.deepEqual(inFlow('alice => bob : get $0').labels, ['song.mp3']);
    assert.deepEqual(inFile('host dave client runs music $0').labels, ['peer', 'index']);
    assert.deepEqual(inFile('link alice to $0').labels.slice(0, 1), ['lan']);
  });

  it('is quiet in comments and in texts that are the author’s own', () => {
    for (const line of ['// al$0', 'alice -> bob : "al$0"', 'note "bo$0b"', 'alice -> bob : get "song.mp3" // $0'])
      assert.deepEqual(inFlow(line).labels, [], line);
    assert.deepEqual(inFile('topology "al$0"').labels, []);
  });

  it('replaces the word that is being typed, its quotes included', () => {
    assert.match(inFlow('alice -> bob : get "so$0"').take('song.mp3'), /\n {2}alice -> bob : get "song\.mp3"\n/);
    assert.match(inFlow('alice -> bob : get "so$0').take('song.mp3'), /\n {2}alice -> bob : get "song\.mp3"\n/);
    assert.match(inFlow('alice -> ca$0r').take('carol'), /\n {2}alice -> carol \n/);
    assert.match(inFlow('alice ->$0').take('bob'), /\n {2}alice -> bob \n/, 'a blank where one is missing');
    assert.match(inFlow('alice -> c$0 : get "x"').take('carol'), /\n {2}alice -> carol : get "x"\n/);
  });

  it('goes on by itself where the line lacks more, and stops where it is whole', () => {
    const goesOn = (line: string, label: string) =>
      inFlow(line).items.find((item) => item.label === label)?.goesOn ?? false;
    assert.equal(goesOn('al$0', 'alice'), true);
    assert.equal(goesOn('alice -> bob $0', ':'), true);
    assert.equal(goesOn('alice -> bob : g$0', 'get'), true);
    assert.equal(goesOn('alice -> bob : get $0', 'song.mp3'), false);
  });

  it('explains a word as it is meant there', () => {
    const meaning = (line: string, label: string) =>
      inFile(line).items.find((item) => item.label === label)?.explanation?.meaning;
    assert.match(meaning('host dave : $0', 'client') ?? '', /^Only asks/);
    assert.match(meaning('host dave runs web $0', 'client') ?? '', /^Software/);
    assert.match(meaning('service x uses $0', 'index') ?? '', /peers/);
    assert.match(meaning('expect "Find" $0', 'takes') ?? '', /flow/);
    assert.match(
      inFlow('alice -> bob : "x" $0').items.find(({ label }) => label === 'takes')?.explanation?.meaning ?? '',
      /server/,
    );
  });

  it('takes names for what is new that are still free', () => {
    const first = (text: string, label: string) =>
      /\{1\|([^,|]*)/.exec(completeAt(text).items.find((item) => item.label === label)?.insert ?? '')?.[1];
    assert.equal(first('$0', 'host'), 'alice');
    assert.equal(first('host alice, bob, carol, dave, erin\n$0', 'host'), 'erin2');
    assert.equal(first('switch lan, lan2\n$0', 'switch'), 'lan3');
    assert.equal(first('flow "Find and fetch" {\n}\n$0', 'flow'), 'Another way');
  });

  it('fills in a link of what has no cable yet, to a switch where there is one', () => {
    // biome-ignore-start lint/suspicious/noTemplateCurlyInString: these are the tab stops of snippets
    const link = (text: string) => completeAt(`${text}\n$0`).items.find(({ label }) => label === 'link')?.insert;
    assert.equal(link('host a, b, c\nswitch lan'), 'link ${1|a\\, b\\, c,a,b,c|} -- ${2|lan|}');
    assert.equal(link('host a, b, c\nswitch lan\nlink a, b -- lan'), 'link ${1|a,b,c|} -- ${2|lan|}');
    assert.equal(link('host a, b, c'), 'link ${1|a,b,c|} -- ${2|b,c,a|}');
    assert.equal(link(''), 'link ${1|alice,bob,carol,dave,erin|} -- ${2|bob,carol,dave,erin,alice|}');
    // biome-ignore-end lint/suspicious/noTemplateCurlyInString: as above
  });

  it('offers common services where the file has none yet, and the software that they have', () => {
    assert.deepEqual(completeAt('host a runs $0').labels, ['web', 'files', 'mail']);
    assert.deepEqual(completeAt('host a runs web $0').labels, ['client', 'server', 'peer']);
  });

  it('explains every word of the language that it offers', () => {
    for (const beginning of [
      '',
      'host a ',
      'host a : ',
      'host a runs music ',
      'link a -- b ',
      'link a as ',
      'service x ',
    ]) {
      for (const item of inFile(`${beginning}$0`).items) {
        const isOfLanguage = item.kind === 'word' || item.kind === 'symbol' || item.kind === 'statement';
        assert.ok(!isOfLanguage || item.explanation, `${beginning}${item.label}`);
      }
    }
  });

  it('offers nothing that the parser then stumbles over', () => {
    for (const beginning of [
      'alice ',
      'alice -> ',
      'alice -> bob ',
      'alice -> bob : ',
      'bob, alice ',
      'call alice, ',
    ]) {
      for (const { insert, label } of inFlow(`${beginning}$0`).items) {
        const line = beginning + insert.replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1');
        const problem = compile(line).tree.lines[0]?.problem;
        assert.ok(problem === undefined || problem.end >= line.trimEnd().length, `${label}: ${problem?.message}`);
      }
    }
  });

  it('writes names with quotes and signs as they have to be written', () => {
    const odd = 'host a shares "say \\"hi\\" \\\\o/ $1}"\nflow "f" {\n  a -> a : get $0\n}';
    assert.match(completeAt(odd).take('say "hi" \\o/ $1}'), /get "say \\"hi\\" \\\\o\/ \$1\}"/);
  });

  it('never throws, and replaces a place around the cursor, wherever somebody types', () => {
    const text = `${readFileSync('examples/hybrid-music.topo', 'utf8')}\n`;
    const anywhere = fc.tuple(fc.nat(text.length), fc.nat(6), fc.string({ maxLength: 4, unit: 'grapheme' }), fc.nat());
    fc.assert(
      fc.property(anywhere, ([from, count, typed, cursor]) => {
        const edited = text.slice(0, from) + typed + text.slice(from + count);
        const before = edited.slice(0, (from + (cursor % 12)) % (edited.length + 1));
        const column = before.length - before.lastIndexOf('\n') - 1;
        const { start, end } = complete(compile(edited), { line: before.split('\n').length - 1, column });
        assert.ok(start <= column && column <= end);
      }),
      { numRuns: 300 },
    );
  });
});
