/** The tokens of the language for Chevrotain. All line ends, blank lines and comments between two statements are one token. */
import { createToken, Lexer, type TokenType } from 'chevrotain';
import { statementWords } from '../../src/language/words';

const end = '(?![A-Za-z0-9_])';
const number = '[0-9]+(?:\\.[0-9]+)?';

export const Name = createToken({ name: 'Name', pattern: /[A-Za-z\u00c0-\ufffd](?:-?[A-Za-z0-9_\u00c0-\ufffd])*/ });
export const LineEnd = createToken({
  name: 'LineEnd',
  pattern: /(?:[ \t]*(?:\/\/[^\r\n]*)?\r?\n)+/,
  line_breaks: true,
});
export const Text = createToken({ name: 'Text', pattern: /"(?:[^"\\\r\n]|\\["\\]|\\)*"/ });
export const Size = createToken({ name: 'Size', pattern: new RegExp(`${number}(?:[kMGT]?B|[KMG]iB)${end}`) });
export const Rate = createToken({ name: 'Rate', pattern: new RegExp(`${number}[kMG]?bps${end}`) });
export const Duration = createToken({ name: 'Duration', pattern: new RegExp(`${number}(?:us|ms|s|min|h)${end}`) });
export const Percent = createToken({ name: 'Percent', pattern: new RegExp(`${number}%`) });
export const Integer = createToken({ name: 'Integer', pattern: /-?[0-9]+(?:\.[0-9]+)?/ });
const Space = createToken({ name: 'Space', pattern: /[ \t]+/, group: Lexer.SKIPPED });
const Comment = createToken({ name: 'Comment', pattern: /\/\/[^\r\n]*/, group: Lexer.SKIPPED });

/** Words with one meaning wherever they stand. */
const contextual =
  'uses when runs shares lists up down at in loss over as takes replies is of finds nothing any no data carries messages needs survives ' +
  'architecture joins join leaves leave fetches fetch searches search publishes publish sends send get put lookup register ' +
  'unregister login succeeds fails uploads downloads client server both peer index tracker edge origin request flooding swarm dht ' +
  'gossip relay mesh sfu cache ttl pieces slots bucket parallel line ring star grid tree random client-server peer-to-peer hybrid';

/** `Words.runs` is the token type of `runs`; a contextual word counts as a name wherever a name is expected. */
export const words: Readonly<Record<string, TokenType>> = Object.fromEntries([
  ...[...statementWords].map((word) => [word, createToken({ name: word, pattern: word, longer_alt: Name })]),
  ...contextual
    .split(' ')
    .map((word) => [word, createToken({ name: word, pattern: word, longer_alt: Name, categories: [Name] })]),
]);

const signs = ['->', '~>', '--', '..', '<=', '>=', '<', '>', '=', ':', ',', '{', '}', '[', ']', '(', ')', '*'];
export const symbols: Readonly<Record<string, TokenType>> = Object.fromEntries(
  signs.map((sign) => [sign, createToken({ name: `'${sign}'`, pattern: sign })]),
);

/** The longer of two that begin alike stands first. */
export const allTokens: TokenType[] = [
  LineEnd,
  Space,
  Comment,
  ...Object.values(words).sort((a, b) => b.name.length - a.name.length),
  Name,
  Text,
  Size,
  Rate,
  Duration,
  Percent,
  ...Object.values(symbols).filter(({ name }) => name.length > 3),
  Integer,
  ...Object.values(symbols).filter(({ name }) => name.length === 3),
];

export const lexer = new Lexer(allTokens, { ensureOptimizations: true, skipValidations: true });
