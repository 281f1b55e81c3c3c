/**
 * What must not flicker while somebody types: a line that is half there takes its message away for a moment, and with it
 * the roles, and the colours, of hosts in the whole file. As long as such a line is what is being edited, roles are what they
 * were; with the next edit elsewhere its mistake is one of the text, and everything says what is so.
 */
import type { HostRoles } from '../analysis/analysis';
import type { Checked } from '../analysis/check';

/** Whether a line, by its number now, differs from what stood there before: it lies between what is the same above and below. */
export function editedLines(checked: Checked, before: Checked): (line: number) => boolean {
  const [now, then] = [checked.compilation.tree.lines, before.compilation.tree.lines];
  const shorter = Math.min(now.length, then.length);
  let head = 0;
  while (head < shorter && now[head]?.text === then[head]?.text) head++;
  let tail = 0;
  while (tail < shorter - head && now[now.length - 1 - tail]?.text === then[then.length - 1 - tail]?.text) tail++;
  return (line) => line >= head && line < now.length - tail;
}

/** A file, and the same with the roles that are shown of it. */
export interface ShownRoles {
  readonly checked: Checked;
  readonly view: Checked;
}

export function rolesWhileTyping(checked: Checked, before: ShownRoles | undefined): ShownRoles {
  if (!before || before.checked === checked) return before ?? { checked, view: checked };
  const view = isBeingTyped(checked, before.checked) ? withRolesOf(checked, before.view) : checked;
  return { checked, view };
}

/** The last edit left a mistake where it was made: the author is in the middle of a line. */
function isBeingTyped(checked: Checked, before: Checked): boolean {
  const isEdited = editedLines(checked, before);
  return checked.compilation.diagnostics.some(({ severity, span }) => severity === 'error' && isEdited(span.line));
}

/** Only the words for what hosts do: evidence names lines, so it is what is there now. */
function withRolesOf(checked: Checked, before: Checked): Checked {
  const known = new Map(before.analysis.roles.map((roles) => [roles.host.name, roles]));
  const roles = checked.analysis.roles.map((now): HostRoles => {
    const { exercised, exercisedByService } = known.get(now.host.name) ?? now;
    return exercised === undefined ? now : { ...now, exercised, exercisedByService };
  });
  return { ...checked, analysis: { ...checked.analysis, roles } };
}
