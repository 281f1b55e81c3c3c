/** Rules of how a line is written. */
import type { Rules } from './rule';

type Code = 'unexpected-token' | 'unclosed-block' | 'unterminated-string' | 'unknown-word' | 'bad-quantity';

export const syntaxRules: Rules<Code> = {
  'unexpected-token': {
    title: 'Something else belongs here',
    explanation:
      'Each line follows a pattern: words, names and signs in a fixed order. Here something is missing, or something stands that the ' +
      'pattern does not have. Only this line cannot be read; all others still count. Do what the message says.',
    wrong: `
      host alice, bob
      flow "Greet" {
        alice => bob : "hello"
              ^^ unexpected-token
      }`,
    right: `
      host alice, bob
      flow "Greet" {
        alice -> bob : "hello"
      }`,
  },
  'unclosed-block': {
    title: 'A block without its end',
    explanation:
      'A block begins with `{` at the end of a line and ends with `}` at the start of a line. Without the second one nobody can tell ' +
      'which lines belong to it. Write `}` on a line of its own behind the last line of the block.',
    wrong: `
      host alice, bob
      flow "Greet" {
                   ^ unclosed-block
        alice -> bob : "hello"`,
    right: `
      host alice, bob
      flow "Greet" {
        alice -> bob : "hello"
      }`,
  },
  'unterminated-string': {
    title: 'A text without its second quote',
    explanation:
      'Texts stand between two straight double quotes on one line. Without the second quote the text would go on to the end of the ' +
      'line. Write the quote where the text ends.',
    wrong: `
      host alice, bob
      flow "Greet" {
        alice -> bob : "hello
                       ^^^^^^ unterminated-string
      }`,
    right: `
      host alice, bob
      flow "Greet" {
        alice -> bob : "hello"
      }`,
  },
  'unknown-word': {
    title: 'A word that the language does not have here',
    explanation:
      'Words such as `host`, `link` or `runs` have a meaning of their own, and in each place only some of them can stand. Mostly such a ' +
      'word is misspelt, or it belongs to another place. The message names the closest word that fits, or all that do.',
    wrong: `
      hots alice, bob
      ^^^^ unknown-word`,
    right: `
      host alice, bob`,
  },
  'bad-quantity': {
    title: 'A number that does not fit',
    explanation:
      'A size, a rate or a duration is a number with its unit right behind it: `4MB`, `100Mbps`, `20ms`. A number without a unit could ' +
      'mean anything, and a rate is no size: 4MB is how much there is, 4Mbps how fast it moves. Write the number together with a unit ' +
      'of the right kind.',
    wrong: `
      host bob shares "song.mp3" 4 MB
                                 ^^^^ bad-quantity`,
    right: `
      host bob shares "song.mp3" 4MB`,
  },
};
