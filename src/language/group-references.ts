/** What is wrong with a reference to members of a group, such as `peer[5..2]`. */
import { enlargeGroup } from './declaration-fixes';
import type { Scope } from './scope';
import type { Fix } from './source';
import type { Reference } from './syntax';
import type { Node } from './topology';
import { quote, shorten } from './wording';

/** Whether the members that are meant are there. */
export function checkRange(
  scope: Scope,
  { name: { text: name }, range, start, end }: Reference,
  line: number,
  members: readonly Node[],
): void {
  if (typeof range !== 'object') return;
  const { first, last } = range;
  const count = members.length;
  if (first >= 1 && last <= count && first <= last) return;
  const span = { line, start, end };
  if (first > last) {
    const better = `${name}[${last}..${first}]`;
    const fixes: Fix[] = [{ title: `Write ${better}`, edits: [{ span, text: better }], isSafe: true }];
    scope.report('bad-group', span, `The smaller number stands first: write ${better}.`, { fixes });
  } else {
    const which = count === 1 ? 'one member alone, number 1' : `the members 1 to ${count}`;
    const fixes = enlargeGroup(scope.places.lines, name, members[0], range);
    const wayOut = `Name ${count === 1 ? 'it' : 'one of them'}, or make the group larger.`;
    scope.report('bad-group', span, `${quote(name)} has ${which}. ${wayOut}`, { fixes });
  }
}

/** `alice[3]`, where there is one alice. */
export function reportNoGroup(scope: Scope, reference: Reference, line: number, node: Node | undefined): void {
  const span = { line, start: reference.name.end, end: reference.end };
  const name = shorten(reference.name.text);
  const what = node?.kind ?? 'host';
  const message = `${quote(name)} is one ${what}, not a group: write ${name}, or declare it as a group, such as ${what} ${name}[10].`;
  const related = node ? [{ message: 'declared here', span: node.span }] : [];
  const fixes = [{ title: `Write ${name}`, edits: [{ span, text: '' }] }];
  scope.report('bad-group', span, message, { related, fixes });
}
