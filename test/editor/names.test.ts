// Names and their places: the words between « and » are the uses of the name at $0.

import assert from 'node:assert/strict';
import { blocksOf, statementRangeAt, surroundingsOf } from '../../src/editor/blocks';
import { declarationsOf, nameAt, spanOfName, usesOf } from '../../src/editor/names';
import { parse } from '../../src/language/tree';
import { marked } from './marked';

function checkUses(source: string): void {
  const { tree, spans, cursor } = marked(source);
  const name = nameAt(tree, cursor);
  assert.deepEqual(name && usesOf(tree, name).map(spanOfName), spans);
}

function checkNoName(source: string): void {
  const { tree, cursor } = marked(source);
  assert.equal(nameAt(tree, cursor), undefined, source);
}

describe('names', () => {
  it('of hosts are found in every statement that speaks of them', () => {
    checkUses(`host alice, «b$0ob» : both runs music peer
host napster lists "x" at «bob», alice
switch lan
link alice, «bob» -- lan
link «bob», alice as line
flow "bob" {
  «bob» -> napster : get "bob" {
    napster -> «bob»[1] : "hi"
  } otherwise {
    call alice, «bob» over bob
  }
  «bob» joins music
  offline «bob»
  online alice, «bob»
  cut «bob» -- lan
  restore lan -- «bob»
}
scenario "bob" {
  set «bob» up 1Mbps
  set bob ttl 3
}
expect «bob» is client of bob in "bob" when "bob"
expect lookup "x" finds alice, «bob»
expect «bob» uploads > 1MB in "bob"
expect «bob» carries no data
expect "bob" needs «bob»
expect "bob" survives loss of «bob»`);
  });

  it('of services, resources, flows and scenarios are each of their own kind', () => {
    checkUses(
      'service «a$0» uses index\nhost a runs «a» peer shares "a" in «a»\nflow "a" {\na joins «a»\na fetches "a" over «a»\n}\nexpect a is client of «a» in "a"',
    );
    checkUses(
      'service a\nhost a shares «"a$0"» in a\nflow "a" {\na -> b : get «"a"» over a\na sends "a"\na searches «"a"»\n}\nexpect lookup «"a"» finds a',
    );
    checkUses(
      'flow «"a"» {\na -> b : "a"\n}\nscenario "a" {\n}\nexpect «"a"$0» fails when "a"\nexpect a is client in «"a"» when "a"',
    );
    checkUses('flow "a" {\n}\nscenario «"$0a"» {\n}\nexpect "a" fails when «"a"»');
  });

  it('are found in lines that are not finished', () => {
    checkUses('host «al$0ice»\nflow "f" {\n  «alice» -> \n}\nlink «alice» --');
  });

  it('are found in lines that cannot be read, where the rest of the file says what they are', () => {
    checkUses('host «alice»\nflow "f" {\n  «al$0ice» => «alice» : get "alice" // alice\n}\nexpect «alice» iss client');
    checkUses('host a runs «music» peer\nlink a to b over «mu$0sic»\nset «music» ');
    checkUses('host «bob»\nscenario "s" {\n  set «b$0ob»\n}');
    checkUses('flow «"a$0"» {\n}\nexpect «"a"»\nexpect x iss client in «"a"» when "a"\nnote "a" "a"');
    checkUses('host x shares «"a"»\nflow "f" {\n  x b : get «"a$0"»\n  x b : "a"\n}');
    // It may be the host or the service, and it may be the word of the language.
    checkUses('host «a»\nservice a uses index\nhost b runs a peer\nflow "f" {\n  «a$0» -> b : "x"\n  a => b : "x"\n}');
    checkUses('host «a$0»\nflow "f" {\n  a => b\n}\nservice a uses index');
    checkNoName('host a\nservice a uses index\nflow "f" {\n  a$0 => b\n}');
    checkUses('host «serv$0er»\nhost a = server');
  });

  it('are declared once, or wherever a resource is shared, or else where they come from', () => {
    const checkDeclarations = (source: string) => {
      const { tree, spans, cursor } = marked(source);
      const name = nameAt(tree, cursor);
      assert.deepEqual(name && declarationsOf(tree, name).map(spanOfName), spans);
    };
    checkDeclarations('flow "f" {\na -> b : get "$0x"\n}\nhost a, b shares «"x"»\nhost c shares «"x"»');
    checkDeclarations('expect lookup "$0x" finds a\nflow "f" {\na -> b : put «"x"»\nb publishes "x"\n}');
    checkDeclarations('host a lists "$0x" at b');
    checkDeclarations('expect lookup "$0x" finds a\nflow "f" {\nb publishes «"x"»\n}');
    checkDeclarations('flow "f" {\na joins $0web\n}\nhost a runs «web» client\nhost b runs web server');
    checkDeclarations('host a runs web$0 client\nservice «web» uses request');
    checkDeclarations('host «peer»[9]\nlink pee$0r[7] -- lan');
    checkDeclarations('link pee$0r -- lan\nlink peer -- lan2');
  });

  it('are nowhere else', () => {
    for (const source of ['ho$0st alice', 'host alice : cl$0ient', 'host alice // al$0ice', 'note "al$0ice"', '$0']) {
      checkNoName(source);
    }
  });
});

describe('blocks', () => {
  const text = `host a {
  up 1Mbps
}
flow "f" {
  a -> b : "x" {
    b -> c : "y"
  } otherwise {
    together {

    }
  }

}
scenario "s" {
  offline a
flow "g" {
`;
  it('reach from their { to their }, or to the last line before the next statement outside', () => {
    const blocks = blocksOf(parse(text)).map(({ start, end }) => [start, end]);
    assert.deepEqual(blocks, [
      [0, 2],
      [3, 12],
      [4, 6],
      [6, 10],
      [7, 9],
      [13, 14],
      [15, 15],
    ]);
  });

  it('end the statements that open them', () => {
    const tree = parse(text);
    const at = (line: number) =>
      Object.values(statementRangeAt(tree, line)).map((place) => Object.values(place).join(':'));
    assert.deepEqual(at(0), ['0:0', '2:1']);
    assert.deepEqual(at(4), ['4:2', '6:15']);
    assert.deepEqual(at(5), ['5:4', '5:16']);
  });

  it('say what may stand on each line', () => {
    const tree = parse(text);
    const containers = tree.lines.map((_, line) => surroundingsOf(tree, line).container);
    const [file, host, flow, scenario] = ['file', 'host', 'flow', 'scenario'];
    assert.deepEqual(containers, [
      file,
      host,
      host,
      file,
      flow,
      flow,
      flow,
      flow,
      flow,
      flow,
      flow,
      flow,
      flow,
      file,
      scenario,
      scenario,
      flow,
    ]);
    assert.deepEqual(surroundingsOf(tree, 8).openers, [3, 6, 7]);
  });
});
