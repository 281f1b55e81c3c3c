/** The three roles of every host side by side, and the lines behind them, as a terminal shows them. */
import type { Analysis, Evidence, HostRoles } from '../analysis/analysis';
import { printable, type Style } from './style';
import { table } from './table';

export function* rolesAsText({ roles, architecture }: Analysis, style: Style): Generator<string> {
  const rows = roles.map((host) => [
    printable(host.host.name),
    host.declared ?? '–',
    host.capable ?? '–',
    exercised(host),
  ]);
  const [head = '', ...lines] = table([['host', 'declared', 'capable', 'exercised'], ...rows]);
  yield `${style.faint(head)}\n`;
  for (const [place, host] of roles.entries()) {
    yield `${style.strong(lines[place] ?? '')}\n`;
    for (const line of evidence(host)) yield `  ${style.faint(line)}\n`;
  }
  yield `\nThe architecture is ${architecture.kind ?? 'still open'}. ${printable(architecture.reasons.join(' '))}\n`;
}

/** `client of music · server of music` */
function exercised({ exercisedByService }: HostRoles): string {
  const parts = exercisedByService.flatMap(({ service, role }) =>
    (role === 'both' ? ['client', 'server'] : [role]).map((one) =>
      service === undefined ? one : `${one} of ${printable(service)}`,
    ),
  );
  return parts.length > 0 ? parts.join(' · ') : '–';
}

function evidence({ evidence: { declared, capable, exercised: acts } }: HostRoles): readonly string[] {
  return [
    ...declared.map(lineOf),
    ...capable.map(lineOf),
    ...acts.map((act) => `${lineOf(act)} (${act.role === 'client' ? 'a client' : 'a server'})`),
  ];
}

function lineOf({ span, text }: Evidence): string {
  return `line ${span.line + 1}: ${printable(text)}`;
}
