/** `expect bob is both`: exactly the role that the host takes, no more and no less. */
import type { Host, Role } from '../../language/topology';
import { shorten } from '../../language/wording';
import { quoted } from '../../simulation/words';
import type { HostRoles } from '../analysis';
import { type Exchange, exchangesOf } from '../exchanges';
import { rolesOf } from '../roles';
import {
  type Context,
  type ExpectationOf,
  firstThatFails,
  flowsOf,
  tooLargeAmong,
  unknown,
  type Verdict,
  when,
} from './verdict';

export function checkRole(context: Context, expectation: ExpectationOf<'role'>): Verdict {
  const { hosts, service, flow, scenario } = expectation;
  const flows = flowsOf(context, expectation);
  const tooLarge = tooLargeAmong(context, flows, scenario);
  if (tooLarge) return unknown(context, tooLarge);
  const names = new Set(hosts.map((host) => host.name));
  const exchanges = exchangesOf(context.runs, flows, scenario).filter(
    (exchange) =>
      (names.has(exchange.client) || names.has(exchange.server)) && (!service || exchange.service === service.name),
  );
  const { topology } = context.runs;
  const where = `${service ? ` of ${shorten(service.name)}` : ''}${flow ? ` in ${quoted(flow.name)}` : ''}${when(scenario)}`;
  return firstThatFails(rolesOf({ ...topology, hosts }, exchanges), (roles): Verdict => {
    const { host, exercised } = roles;
    if (!exercised) {
      return { holds: false, actual: `${shorten(host.name)} takes no role${where}`, because: idle(host, exchanges) };
    }
    const holds = exercised === expectation.role;
    const instead = hosts.length === 1 ? exercised : undefined;
    return {
      holds,
      actual: `${shorten(host.name)} is ${exercised}${where}`,
      instead,
      ...reasonFor(roles, expectation.role),
    };
  });
}

/** What speaks against the expected role comes first. */
function reasonFor({ host, exercised, evidence }: HostRoles, expected: Role): Pick<Verdict, 'because' | 'related'> {
  const against = evidence.exercised.filter(({ role }) => role !== expected);
  const shown = [...against, ...evidence.exercised.filter(({ role }) => role === expected)];
  const deeds = [...new Set(shown.map(({ text }) => text))].slice(0, 3).join(', and ');
  const lacks = expected !== exercised && exercised !== 'both' ? ` It never ${missing[exercised ?? 'both']}.` : '';
  return {
    because: `${shorten(host.name)} ${deeds}.${lacks}`,
    related: shown.slice(0, 4).map(({ text, span }) => ({ message: `${shorten(host.name)} ${text}`, span })),
  };
}

/** What a host that takes this role alone does not do. */
const missing = { client: 'answers', server: 'asks', both: 'acts' } as const;

function idle(host: Host, exchanges: readonly Exchange[]): string {
  const tries = exchanges.some(({ client, server }) => client === host.name || server === host.name);
  return tries ? `No message reaches ${shorten(host.name)}.` : `${shorten(host.name)} neither asks nor answers there.`;
}
