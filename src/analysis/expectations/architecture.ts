/** `expect architecture is hybrid [of SERVICE]`. In a flow or under a scenario it is derived from those runs alone. */
import { shorten } from '../../language/wording';
import { architectureOf } from '../architecture';
import { exchangesOf } from '../exchanges';
import { type Context, type ExpectationOf, flowsOf, tooLargeAmong, unknown, type Verdict, when } from './verdict';

export function checkArchitecture(context: Context, expectation: ExpectationOf<'architecture'>): Verdict {
  const { service, scenario, flow } = expectation;
  const flows = flowsOf(context, expectation);
  const tooLarge = tooLargeAmong(context, flows, scenario);
  if (tooLarge) return unknown(context, tooLarge);
  const report =
    scenario || flow
      ? architectureOf(context.runs.topology, exchangesOf(context.runs, flows, scenario))
      : context.architecture;
  const finding = service ? report.services.find((each) => each.service === service.name) : report;
  const of = `${service ? ` of ${shorten(service.name)}` : ''}${when(scenario)}`;
  return {
    holds: finding?.kind === expectation.architecture,
    actual: finding?.kind ? `${finding.kind}${of}` : `no architecture${of}`,
    instead: finding?.kind,
    because: finding?.reasons.join(' ') ?? '',
  };
}
