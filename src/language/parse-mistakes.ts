/**
 * What to say where a line cannot be read: which habit from elsewhere, or which slip, explains it best. Only reports; what
 * the line still says is up to its parser.
 */
import type { Cursor } from './cursor';
import type { Token } from './lexer';
import { otherActions, otherContinuations, otherMessages, otherStatementWords } from './misnomers';
import { closest } from './suggest';
import { quote } from './wording';
import { propertyWords, statementWords } from './words';

const exampleStep = 'alice -> bob : get "song.mp3"';

/** The line starts with nothing that a line can start with. */
export function reportUnreadable(cursor: Cursor): void {
  const first = cursor.peek();
  if (first?.kind === 'name') reportFirstWord(cursor, first);
  else if (first?.kind === 'string') cursor.expectName('host');
  else if (cursor.isSymbol('->') || cursor.isSymbol('~>')) {
    cursor.fail('unexpected-token', `Say before the arrow who asks, as in: ${exampleStep}`);
  }
  cursor.fail('unexpected-token', 'A line starts with a word such as host, link or flow, or with the name of a host.');
}

function reportFirstWord(cursor: Cursor, first: Token): void {
  const words = [...statementWords, ...propertyWords];
  const better = closest(first.text, words) ?? otherStatementWords.get(first.text.toLowerCase());
  const second = cursor.peek(1);
  const isAlone = second === undefined;
  const isWordy = second?.kind !== 'symbol' && second?.kind !== 'unknown';
  if (better !== undefined && (isAlone || isWordy || first.text !== first.text.toLowerCase())) {
    if (second?.kind === 'name' && ['client', 'server'].includes(first.text)) {
      const text = `host ${second.text} : ${first.text}`;
      const place = { start: first.start, end: second.end };
      cursor.failAt('unknown-word', place, `Every machine is a host: write ${text}`, { title: `Write ${text}`, text });
    }
    const message = `${quote(first.text)} does not start a statement. Did you mean ${quote(better)}?`;
    cursor.failAt('unknown-word', first, message, { title: `Change to “${better}”`, text: better });
  } else if (isAlone) {
    cursor.failAt(
      'unexpected-token',
      first,
      `${quote(first.text)} alone says nothing. A step reads like: ${exampleStep}`,
    );
  } else if (cursor.isSymbol(':', 1)) reportForgottenHost(cursor, first);
  else {
    cursor.next();
    reportNoArrow(cursor, first);
  }
}

function reportForgottenHost(cursor: Cursor, first: Token): void {
  const role = cursor.peek(2);
  if (role?.text === 'client' || role?.text === 'server' || role?.text === 'both') {
    const text = `host ${first.text}`;
    const message = `A host starts with the word host: write ${text} : ${role.text}`;
    cursor.failAt('unexpected-token', first, message, { title: 'Add the word host', text });
  } else
    cursor.failAt(
      'unexpected-token',
      first,
      `Say whom ${quote(first.text)} asks before the colon, as in: ${exampleStep}`,
    );
}

const arrowLike = /^(?:=+>|-+>|>+|→|⇒|➔|⟶|[–—−]>|<[-=]+>?|=+|--|-|–|—|−)/u;

/** Behind the hosts of a step there is neither an arrow nor an action. `first` is the name that starts the line. */
export function reportNoArrow(cursor: Cursor, first: Token): void {
  const token = cursor.peek();
  const found = token && arrowLike.exec(cursor.rest)?.[0];
  if (token === undefined)
    cursor.fail(
      'unexpected-token',
      `Say what happens: whom ${quote(first.text)} asks, as in ${exampleStep}, or an action such as joins.`,
    );
  else if (found) reportArrow(cursor, first, { start: token.start, end: token.start + found.length }, found);
  else if (token.kind === 'name') reportVerb(cursor, first, token);
  cursor.fail('unexpected-token', `Expected -> and who is asked, or an action such as fetches${cursor.insteadOf()}.`);
}

function reportArrow(
  cursor: Cursor,
  first: Token,
  place: { readonly start: number; readonly end: number },
  found: string,
): void {
  if (found.startsWith('<')) {
    reportTurnedRound(cursor, first, found);
    cursor.failAt(
      'unexpected-token',
      place,
      'The one who asks stands on the left of the arrow: turn it round, as in bob -> alice.',
    );
    return;
  }
  const isLink = /^(?:-|--|–|—|−)$/u.test(found) && !/[:"]/.test(cursor.rest);
  if (isLink) {
    const text = `link ${first.text}`;
    cursor.failAt('unexpected-token', first, `A link starts with the word link: write ${text} --`, {
      title: 'Add the word link',
      text,
    });
  } else {
    const message = `A request is written with ->, not with ${quote(found)}.`;
    cursor.failAt('unexpected-token', place, message, { title: 'Change to ->', text: '->' });
  }
}

/** `bob <- alice` */
function reportTurnedRound(cursor: Cursor, first: Token, found: string): void {
  const [asker] = /^[\p{L}\p{N}\p{M}_-]+(?=\s*:)/u.exec(cursor.rest.slice(found.length).trim()) ?? [];
  const asked = cursor.line.slice(first.start, cursor.start).trim();
  if (asker === undefined || asked !== first.text) return;
  const end = cursor.line.indexOf(asker, cursor.start + found.length) + asker.length;
  const text = `${asker} -> ${asked}`;
  const message = `The one who asks stands on the left of the arrow: write ${text}`;
  cursor.failAt('unexpected-token', { start: first.start, end }, message, { title: `Write ${text}`, text });
}

/** `shop offline`, `shop is down` */
function reportState(cursor: Cursor, first: Token, token: Token): void {
  const [, state] = /^(?:(?:is|goes|gets)\s+)?(offline|online|down|crashes|fails)\s*$/.exec(cursor.rest) ?? [];
  if (state === undefined) return;
  const text = `${state === 'online' ? 'online' : 'offline'} ${cursor.line.slice(first.start, token.start).trim()}`;
  const place = { start: first.start, end: cursor.limitColumn };
  cursor.failAt('unknown-word', place, `“${text.split(' ', 1)[0]}” stands in front: write ${text}`, {
    title: `Write ${text}`,
    text,
  });
}

const actions = ['joins', 'leaves', 'fetches', 'searches', 'publishes', 'sends'];

/** A service is joined and left; of a resource or a text the other actions speak. */
function otherAction(cursor: Cursor, token: Token): string | undefined {
  const action = otherActions.get(token.text.toLowerCase());
  const wanted = action === 'joins' || action === 'leaves' ? 'name' : 'string';
  return cursor.peek(1)?.kind === wanted && !cursor.rest.includes(':') ? action : undefined;
}

function reportVerb(cursor: Cursor, first: Token, token: Token): void {
  reportState(cursor, first, token);
  const better = closest(token.text, actions) ?? otherAction(cursor, token);
  const fix = (text: string): { title: string; text: string } => ({ title: `Change to ${text}`, text });
  const message = otherMessages.get(token.text.toLowerCase()) ?? token.text;
  if (better) {
    cursor.failAt(
      'unknown-word',
      token,
      `${quote(token.text)} is not an action. Did you mean ${quote(better)}?`,
      fix(better),
    );
  } else if (token.text === 'runs' || token.text === 'shares') {
    const text = `host ${first.text}`;
    cursor.failAt(
      'unexpected-token',
      first,
      `What a host ${token.text} stands behind the word host and its name: write ${text} ${token.text}`,
      { title: 'Add the word host', text },
    );
  } else if (/^(?:calls?|rings?|phones?)$/.test(token.text) && !cursor.rest.includes(':')) {
    const text = `call ${cursor.line.slice(first.start, token.start).trim()},`;
    const place = { start: first.start, end: token.end };
    const message = `A call starts with the word call: write ${text} and whom ${quote(first.text)} talks to.`;
    cursor.failAt('unknown-word', place, message, { title: `Write ${text}`, text });
  } else if (cursor.peek(1)?.kind === 'name') {
    cursor.failAt('unknown-word', token, `A request is written with ->, not with ${quote(token.text)}.`, fix('->'));
  } else if (['get', 'put', 'lookup', 'register', 'unregister'].includes(message)) {
    cursor.failAt(
      'unknown-word',
      token,
      `Say whom ${quote(first.text)} asks, as in: ${first.text} -> bob : ${message} "song.mp3"`,
    );
  } else {
    const message = `${quote(token.text)} is neither an arrow nor an action. A step reads like ${exampleStep}, or like alice joins music.`;
    cursor.failAt('unknown-word', token, message);
  }
}

/** The statement is complete, and the line goes on. */
export function reportRest(cursor: Cursor): void {
  const token = cursor.peek();
  if (cursor.isSymbol('{')) {
    const message =
      'A block opens with { at the end of its line: put what follows on lines of its own, and } behind them.';
    cursor.fail('unexpected-token', message);
  } else if (token && cursor.isSymbol('}')) {
    const fix = { title: 'Put } on a line of its own', text: '\n}' };
    cursor.failAt('unexpected-token', token, 'A block closes with } at the start of a line of its own.', fix);
  } else if (token?.kind === 'name') reportRestWord(cursor, token);
  cursor.fail(
    'unexpected-token',
    `The statement is complete before ${quote(written(cursor))}: remove what follows, or start a new line.`,
  );
}

const continuations = ['over', 'takes', 'replies', 'when', 'shares', 'loss'];

function reportRestWord(cursor: Cursor, token: Token): void {
  if (statementWords.has(token.text)) {
    const message = `Start a new line before ${quote(token.text)}: there is one statement a line.`;
    cursor.failAt('unexpected-token', token, message, { title: 'Start a new line', text: `\n${token.text}` });
    return;
  }
  const better = otherContinuations.get(token.text.toLowerCase()) ?? closest(token.text, continuations);
  if (better === undefined || better === token.text) return;
  const message = `${quote(token.text)} does not go on with the statement. Did you mean ${quote(better)}?`;
  cursor.failAt('unknown-word', token, message, { title: `Change to “${better}”`, text: better });
}

function written(cursor: Cursor): string {
  const token = cursor.peek();
  return token === undefined ? '' : cursor.line.slice(token.start, token.end);
}
