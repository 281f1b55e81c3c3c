// Names: words that mean something elsewhere, every script, signs without spaces around them, groups of every size.

import assert from 'node:assert/strict';
import { compile } from '../../src/language/compile';
import { statementWords } from '../../src/language/words';
import { check, diagnosticsOf, topologyOf } from './check';

describe('a name', () => {
  const contextual =
    'server client both get put lookup register unregister login up down at runs shares lists in of is over when takes ' +
    'replies uses loss as line ring finds nothing any no data messages joins fetches leaves sends architecture index note1 ' +
    'hosts flows b kB ms';
  for (const name of contextual.split(' ')) {
    it(`may be “${name}”`, () => {
      const { flows, expectations, hosts, links } = topologyOf(`
        host ${name}, other : both
        host third runs ${name} client up 1Mbps
        host fourth {
          runs ${name} server
        }
        switch lan
        link ${name}, other, third, fourth -- lan
        flow "A" {
          third -> fourth : "hello" over ${name}
          third joins ${name}
          offline ${name}, other
        }
        expect ${name} is client
        expect other is client of ${name}`);
      assert.equal(hosts[0]?.name, name);
      assert.equal(links[0]?.a.name, name);
      assert.deepEqual(
        flows[0]?.steps.map(({ kind }) => kind),
        ['request', 'join', 'offline'],
      );
      assert.equal(expectations.length, 2);
    });

    it(`may be “${name}” where a line starts with it`, () => {
      const { flows } = topologyOf(`
        host ${name}, other
        flow "A" {
          ${name} -> other : "hello"
          ${name}->other:"hello"
          ${name}, other -> other, ${name} : "hello"
          ${name} ~> other : "hello"
        }`);
      assert.deepEqual(
        flows[0]?.steps.map(({ kind }) => kind),
        ['request', 'request', 'request', 'push'],
      );
    });
  }

  it('is none of the words that start a statement', () => {
    for (const word of statementWords) {
      const [diagnostic, ...more] = diagnosticsOf(`host ${word}`);
      assert.equal(diagnostic?.code, 'unexpected-token');
      assert.deepEqual(more, []);
    }
  });

  it('may be written in any script', () => {
    const names = ['Ünï', '日本', 'Αθήνα', 'сервер', 'خادم', 'שרת', 'ไทย', '𝒳', 'a_1-b', 'x1-', 'é', 'हिन्दी'];
    const declared = names.map((name) => name.replace(/-$/, ''));
    const { hosts, flows } = topologyOf(
      `host ${declared.join(', ')}\nflow "A" {\n${declared.map((name) => `${name}->${declared[0] === name ? declared[1] : declared[0]}:"x"`).join('\n')}\n}`,
    );
    assert.deepEqual(
      hosts.map(({ name }) => name),
      declared,
    );
    assert.equal(flows[0]?.steps.length, declared.length);
  });

  it('needs no spaces around it', () => {
    const { links, flows } = topologyOf(`
      host a:client
      host b:both up 1Mbps
      host peer[2],a-b
      link a,b--peer[1..2],a-b
      flow "A"{
        a->a-b:"x"
        peer[1]~>a:"x"
      }`);
    assert.equal(links.length, 6);
    assert.deepEqual(
      flows[0]?.steps.map(({ kind }) => kind),
      ['request', 'push'],
    );
  });

  it('counts case', () => {
    const { hosts } = topologyOf('host alice, Alice, ALICE');
    assert.equal(hosts.length, 3);
  });
});

describe('a text', () => {
  it('holds any characters, literally', () => {
    const texts = ['👋🏽 日本', 'שלום <b>&amp;</b>', '// no comment', '{ } -> : ,', "it's", '“curly”', '\u202ertl', ''];
    for (const text of texts) {
      const { title, flows } = topologyOf(
        `topology "${text}"\nhost a, b\nflow "${text}" {\n  a -> b : "${text}" // end\n}`,
      );
      const [step] = flows[0]?.steps ?? [];
      assert.ok(step?.kind === 'request' && step.message.verb === 'send');
      assert.deepEqual([title, flows[0]?.name, step.message.text], [text, text, text]);
    }
  });

  it('has spans in UTF-16 units', () => {
    check(`
      host alice
      expect lookup "👋" finds bob
                               ^^^ unknown-host`);
  });
});

describe('a group', () => {
  const group = (reference: string): readonly string[] => {
    const [step] = topologyOf(`host peer[4], a\nflow "A" {\n  offline ${reference}\n}`).flows[0]?.steps ?? [];
    return step?.kind === 'offline' ? step.nodes.map(({ name }) => name) : [];
  };

  it('is named bare, in whole, in part and one by one', () => {
    const all = ['peer[1]', 'peer[2]', 'peer[3]', 'peer[4]'];
    assert.deepEqual(group('peer'), all);
    assert.deepEqual(group('peer[*]'), all);
    assert.deepEqual(group('peer[1..4]'), all);
    assert.deepEqual(group('peer[2..3]'), all.slice(1, 3));
    assert.deepEqual(group('peer[4]'), all.slice(3));
    assert.deepEqual(group('peer[ 2 .. 3 ]'), all.slice(1, 3));
  });

  it('counts each member once, in the order of the references', () => {
    assert.deepEqual(group('peer[3..4], a, peer[2..3], a'), ['peer[3]', 'peer[4]', 'a', 'peer[2]']);
  });

  it('of a billion takes no memory', () => {
    const before = process.memoryUsage().heapUsed;
    for (const size of ['1000000000', '9'.repeat(400)]) {
      check(`
        host peer[${size}]
                  ${'^'.repeat(size.length)} bad-group a group has at most 100,000`);
    }
    assert.ok(process.memoryUsage().heapUsed - before < 50e6);
  });

  it('of 100,000 that many lines name takes the memory of one', () => {
    const before = process.memoryUsage().heapUsed;
    const { diagnostics } = compile(
      `host peer[100000], web\nflow "A" {\n${'offline web, peer[1..99999]\noffline peer[2..90000]\n'.repeat(500)}}`,
    );
    assert.deepEqual(diagnostics, []);
    assert.ok(process.memoryUsage().heapUsed - before < 200e6);
  });

  it('fills a file up to its limit and no further', () => {
    const [diagnostic, ...more] = diagnosticsOf('host a[100000]\nhost b[100000]\nhost c[50000]\nhost d[1]');
    assert.equal(
      diagnostic?.message,
      'With “d” the file has more than 250,000 hosts, the most that it may have. Make a group smaller.',
    );
    assert.deepEqual(more, []);
  });
});
