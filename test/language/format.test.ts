// How a file is laid out: what the author of a tidy file would have written.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { format } from '../../src/language/format';

const examples = readdirSync('examples').map((name) => readFileSync(`examples/${name}`, 'utf8'));

/** The texts stand in the indentation of the test; what is left of it is part of them. */
function lines(template: string): string {
  const all = template.split('\n').slice(1, -1);
  const indentation = /^ */.exec(all[0] ?? '')?.[0].length ?? 0;
  return all.map((line) => `${line.slice(indentation)}\n`).join('');
}

function formats(messy: string, tidy: string): void {
  assert.equal(format(lines(messy)), lines(tidy));
}

describe('format', () => {
  it('lines up the roles of hosts and what they run', () =>
    formats(
      `
      host napster:server   runs music index
      host alice : client runs music peer
      host bob:both runs music peer shares "song.mp3" 4MB
      `,
      `
      host napster : server runs music index
      host alice   : client runs music peer
      host bob     : both   runs music peer shares "song.mp3" 4MB
      `,
    ));

  it('keeps the column of a role that a host leaves out, unless all do', () =>
    formats(
      `
      host bob : both runs music peer
      host lee runs music peer

      host alice, bob[2] runs web client
      host web runs web server
      `,
      `
      host bob : both runs music peer
      host lee        runs music peer

      host alice, bob[2] runs web client
      host web           runs web server
      `,
    ));

  it('lines up the ends of links and what they are like', () =>
    formats(
      `
      link napster,alice--lan 100Mbps   2ms
      link bob -- lan loss 1%
      link lan--wan over music
      `,
      `
      link napster, alice -- lan 100Mbps 2ms
      link bob            -- lan loss 1%
      link lan            -- wan over music
      `,
    ));

  it('lines up shapes apart from links with two ends', () =>
    formats(
      `
      link peer -- lan
      link peer[1 .. 8] over torrent as random 3 1ms
      link guest as ring loss 1%
      `,
      `
      link peer -- lan
      link peer[1..8] over torrent as random 3 1ms
      link guest                   as ring     loss 1%
      `,
    ));

  it('lines up the arrows and colons of messages, with notes between them', () =>
    formats(
      `
      flow "Find" {
      bob -> napster:register "song.mp3"
      note "Then"
       alice[1]~>napster , bob : "hello" over music
      alice joins music
      bob -> lee : get "x"
      }
      `,
      `
      flow "Find" {
        bob      -> napster      : register "song.mp3"
        note "Then"
        alice[1] ~> napster, bob : "hello" over music
        alice joins music
        bob -> lee : get "x"
      }
      `,
    ));

  it('lines up what a host runs, shares and lists, not its short properties', () =>
    formats(
      `
      host carol {
      runs music peer, web client
      up 1Mbps    down 8Mbps
      shares "talk.ogg" 12MB
      at ( 10,-20.5 )
      }
      `,
      `
      host carol {
        runs   music peer, web client
        up 1Mbps down 8Mbps
        shares "talk.ogg" 12MB
        at (10, -20.5)
      }
      `,
    ));

  it('lets a long cell stand out instead of moving all others', () => {
    const long = Array.from({ length: 12 }, (_, number) => `peer${number}`).join(', ');
    const tidy = `link ${long} -- lan\nlink a   -- lan\nlink web -- lan\n`;
    assert.equal(format(tidy.replaceAll(/ +--/g, ' --')), tidy);
  });

  it('counts wide letters as the editor shows them', () => {
    assert.equal(format('link 東京--lan\nlink osaka -- lan\n'), 'link 東京  -- lan\nlink osaka -- lan\n');
  });

  it('indents blocks, and the lines behind a brace that is on its own', () =>
    formats(
      `
      flow "Find"
         {
      together {
       a -> b : get "x" {
       wait 1s
       }
            otherwise {
       note "x"
      }
      }
      }
      `,
      `
      flow "Find"
      {
        together {
          a -> b : get "x" {
            wait 1s
          }
          otherwise {
            note "x"
          }
        }
      }
      `,
    ));

  it('takes a block that is not closed, or not opened, for what the checks take it for', () =>
    formats(
      `
      flow "not closed" {
      together {
      wait 1s
      host a
      flow "not opened"
      wait 1s
      }
      flow "closed later" {
         host b
      }
      `,
      `
      flow "not closed" {
        together {
          wait 1s
      host a
      flow "not opened"
        wait 1s
      }
      flow "closed later" {
        host b
      }
      `,
    ));

  it('ends columns at blank lines, blocks and other statements, not at comments', () =>
    formats(
      `
      host a:client
      // the server
      host napster:server
      switch s
      host b:client

      host carol:client
      `,
      `
      host a       : client
      // the server
      host napster : server
      switch s
      host b : client

      host carol : client
      `,
    ));

  it('keeps comments below each other that were, and puts others behind their line', () =>
    formats(
      `
      host a:client     // asks
      host napster      // answers
                        // nearly always
      switch s // connects
      //   alone
      flow "x" {     // opens
       // within
      }
      `,
      `
      host a : client  // asks
      host napster     // answers
                       // nearly always
      switch s  // connects
      //   alone
      flow "x" {  // opens
        // within
      }
      `,
    ));

  it('keeps strings, and all white space within a line that cannot be read', () => {
    const text = 'note "two  blanks",\nflow "x" {\n  a -> b : : what   is this   // a mistake\n  note "no end  ';
    assert.equal(format(text.replace(/^ +/gm, '')), `${text}\n`);
  });

  it('goes on with the columns behind a line that cannot be read', () =>
    formats(
      `
      flow "x" {
        alice -> bob : "hello"
        alice -> bob :
        al -> bob : "hello"
      }
      `,
      `
      flow "x" {
        alice -> bob : "hello"
        alice -> bob :
        al    -> bob : "hello"
      }
      `,
    ));

  it('writes blanks for tabs and for white space of other sorts', () => {
    assert.equal(format('flow "x" {\n\twait\t1s\u00a0\n\t}\n'), 'flow "x" {\n  wait 1s\n}\n');
  });

  it('leaves one blank line of several, none at either end, and a line break behind the last line', () => {
    assert.equal(format('\n\nhost a\n\n \n\t\nhost b\n\n\n'), 'host a\n\nhost b\n');
    assert.equal(format('host a'), 'host a\n');
    assert.equal(format(''), '');
    assert.equal(format('\n \n'), '');
  });

  it('keeps line breaks and the byte order mark', () => {
    assert.equal(format('flow "x" {\r\nwait   1s\r\n}'), 'flow "x" {\r\n  wait 1s\r\n}\r\n');
    assert.equal(format('\ufeff\n\ufeff host  a\n'), '\ufeffhost a\n');
    assert.equal(format('host  a\r\nhost b\nhost c\rhost d'), 'host a\r\nhost b\nhost c\r\nhost d\r\n');
  });

  it('finds the examples formatted', () => {
    for (const text of examples) assert.equal(format(text), text);
  });

  it('lays out 100,000 lines, however long, deep and wide', () => {
    const many = 'host a:client\nlink a--lan // x\n  flow "x" {\n'.repeat(33_000);
    const names = Array.from({ length: 50_000 }, (_, number) => `h${number}`).join(',');
    const text = `${many}link ${names}--a\n${'\t'.repeat(500_000)}//\n${'{\n'.repeat(10_000)}note "${'日'.repeat(50_000)}" // x\n`;
    const startMs = performance.now();
    assert.equal(format(text).length > text.length, true);
    assert.ok(performance.now() - startMs < 10_000);
  });
});
