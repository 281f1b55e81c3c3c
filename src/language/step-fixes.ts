/** What the steps of a flow say about what is missing: how a host would be declared, how a flow would begin. */
import { indentationOf, insertion } from './places';
import type { Scope } from './scope';
import { demandOf, hasIndex, kindsFor, kindToAnswer, kindToAsk } from './software';
import type { Fix } from './source';
import type { Item, Reference, Statement } from './syntax';
import { shorten } from './wording';

export function addFirstStep({ line, lineNumber }: Item, step: string | undefined): readonly Fix[] {
  if (step === undefined || line.opens === undefined || line.problem) return [];
  const edits = [insertion(lineNumber, line.text.length, `\n${indentationOf(line)}  ${step}`)];
  return [{ title: `Begin with ${step.length > longestStep ? shorten(step) : step}`, edits }];
}

const longestStep = 80;

/** How a host that is missing would be declared, so that it fits the one it talks to; nothing where that is not plain. */
export function likelyTraits(
  scope: Scope,
  { hasSoftware }: { readonly hasSoftware: boolean },
  { message, over, from, to, oneWay }: Extract<Statement, { kind: 'message' }>,
  missing: Reference,
): string {
  const isSender = from.includes(missing);
  const partners = isSender ? to : from;
  const role = isSender === oneWay ? 'answers' : 'asks';
  const partner = partners.map((reference) => scope.membersOf(reference)[0]).find((node) => node?.kind === 'host');
  if (partner?.kind !== 'host' || !message) return '';
  const declared = partner.declaredRole && ` : ${role === 'asks' ? 'client' : 'server'}`;
  if (!hasSoftware) return declared ?? '';
  const demand = demandOf(message);
  const kinds = kindsFor(role === 'asks' ? 'answers' : 'asks', demand);
  const fitting = partner.software.filter(
    ({ service, kind }) => kinds.has(kind) && (!over || service.name === over.text),
  );
  const [service, ...others] = new Set(fitting.map((software) => software.service));
  if (!service || others.length > 0) return '';
  if (role === 'answers' && (service.pattern === 'cache' || (demand === 'index' && !hasIndex(service)))) return '';
  const kind = role === 'asks' ? kindToAsk(service) : kindToAnswer(demand, service);
  return `${(kind !== 'peer' && declared) || ''} runs ${service.name} ${kind}`;
}
