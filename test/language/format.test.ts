import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { format } from '../../src/language/format';
import { tokenize } from '../../src/language/lexer';

const examples = readdirSync('examples').map((name) => readFileSync(`examples/${name}`, 'utf8'));

/** What a text says, without its white space: the tokens of each line that is not blank, and the comment behind them. */
function words(text: string): string[][] {
  return text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const tokens = tokenize(line);
      return [
        ...tokens.map(({ kind, start, end }) => `${kind} ${line.slice(start, end)}`.trim()),
        line.slice(tokens.at(-1)?.end ?? 0).trim(),
      ];
    });
}

describe('format', () => {
  it('indents blocks and lines up hosts, links and messages that stand together', () => {
    const messy = `host napster:server   runs music index
host alice : client runs music peer
link napster,alice--lan 100Mbps   2ms
link bob -- lan 10Mbps
flow "Find" {
bob -> napster:register "song.mp3"
note "Then"
 alice->napster : lookup "song.mp3"
      together {
 alice -> bob : get "song.mp3" {
 }
      otherwise {
 note "x"
}
}
}
`;
    assert.equal(
      format(messy),
      `host napster : server runs music index
host alice   : client runs music peer
link napster, alice -- lan 100Mbps 2ms
link bob            -- lan 10Mbps
flow "Find" {
  bob   -> napster : register "song.mp3"
  note "Then"
  alice -> napster : lookup "song.mp3"
  together {
    alice -> bob : get "song.mp3" {
    }
    otherwise {
      note "x"
    }
  }
}
`,
    );
  });

  it('keeps comments, strings and lines that cannot be read', () => {
    const text = 'host   a // the  first\n//   alone\nnote   "two  blanks"\nhost b : : what   is this\n';
    assert.equal(format(text), 'host a  // the  first\n//   alone\nnote "two  blanks"\nhost b : : what   is this\n');
  });

  it('leaves one blank line of several, and none at the end', () => {
    assert.equal(format('host a\n\n\n\nhost b\n\n\n'), 'host a\n\nhost b\n');
    assert.equal(format(''), '');
  });

  it('keeps CRLF', () => {
    assert.equal(format('flow "x" {\r\nwait   1s\r\n}\r\n'), 'flow "x" {\r\n  wait 1s\r\n}\r\n');
  });

  it('finds the examples formatted', () => {
    for (const text of examples) assert.equal(format(text), text);
  });

  it('changes white space alone and is content with its own work, for any text', () => {
    const line = fc.oneof(
      fc.constantFrom(...examples.flatMap((text) => text.split('\n'))).map((text) => text.replace(/ /g, '   ')),
      fc.string({ unit: fc.constantFrom(...'ab"\\{}[]:,->~ .19M/\t'), maxLength: 20 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join('\n');
        const formatted = format(text);
        assert.deepEqual(words(formatted), words(text));
        assert.equal(format(formatted), formatted);
      }),
      { numRuns: 300 },
    );
  });
});
