/**
 * What must not flicker while somebody types: a line that is half there takes its message away for a moment, and with it
 * the roles, and the colours, of hosts in the whole file. Until the line can be read again, roles are what they were.
 */
import type { HostRoles } from '../analysis/analysis';
import type { Checked } from '../analysis/check';

/** There are more mistakes in the text than before: the author is in the middle of a line. */
export function isBeingTyped(checked: Checked, before: Checked): boolean {
  return mistakesIn(checked) > mistakesIn(before);
}

function mistakesIn({ compilation }: Checked): number {
  return compilation.diagnostics.filter(({ severity }) => severity === 'error').length;
}

/** The file as it is, with the exercised roles that its hosts had before; a host that had none has what it has now. */
export function withRolesOf(checked: Checked, before: Checked): Checked {
  const known = new Map(before.analysis.roles.map((roles) => [roles.host.name, roles]));
  const roles = checked.analysis.roles.map((now): HostRoles => {
    const { exercised, exercisedByService, evidence } = known.get(now.host.name) ?? now;
    if (exercised === undefined) return now;
    return { ...now, exercised, exercisedByService, evidence: { ...now.evidence, exercised: evidence.exercised } };
  });
  return { ...checked, analysis: { ...checked.analysis, roles } };
}
