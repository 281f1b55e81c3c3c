/** `expect bob is both`: exactly the role that the host takes, no more and no less. */
import type { Host } from '../../language/topology';
import { quoted } from '../../simulation/words';
import { type Exchange, exchangesOf } from '../exchanges';
import { rolesOf } from '../roles';
import { type Context, type ExpectationOf, flowsOf, tooLargeAmong, unknown, type Verdict, when } from './verdict';

export function checkRole(context: Context, expectation: ExpectationOf<'role'>): Verdict {
  const { hosts, service, flow, scenario } = expectation;
  const flows = flowsOf(context, expectation);
  const tooLarge = tooLargeAmong(context, flows, scenario);
  if (tooLarge) return unknown(context, tooLarge);
  const exchanges = exchangesOf(context.runs, flows, scenario).filter(
    (exchange) => !service || exchange.service === service.name,
  );
  const { topology } = context.runs;
  const verdicts = rolesOf({ ...topology, hosts }, exchanges).map((roles): Verdict => {
    const { host, exercised, evidence } = roles;
    const where = `${service ? ` of ${service.name}` : ''}${flow ? ` in ${quoted(flow.name)}` : ''}${when(scenario)}`;
    if (!exercised) {
      return { holds: false, actual: `${host.name} takes no role${where}`, because: idle(host, exchanges) };
    }
    return {
      holds: exercised === expectation.role,
      actual: `${host.name} is ${exercised}${where}`,
      because: `${host.name} ${evidence.exercised
        .map(({ text }) => text)
        .slice(0, 3)
        .join(', and ')}.`,
      related: evidence.exercised.slice(0, 4).map(({ text, span }) => ({ message: `${host.name} ${text}`, span })),
    };
  });
  return verdicts.find(({ holds }) => !holds) ?? verdicts[0] ?? { holds: true, actual: 'no host', because: '' };
}

function idle(host: Host, exchanges: readonly Exchange[]): string {
  const tries = exchanges.some(({ client, server }) => client === host.name || server === host.name);
  return tries ? `No message reaches ${host.name}.` : `${host.name} neither asks nor answers there.`;
}
