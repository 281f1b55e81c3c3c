/** What the picture says beside its steps: what nodes are, which roles they have had, and where a run stands. */
import type { Role, SoftwareKind } from '../../../language/topology';
import { formatCount, formatDuration, listOf, quoted } from './terms';

export const picture = {
  kinds: { host: 'host', switch: 'switch', router: 'router', cloud: 'cloud (a network seen from outside)' },
  roles: { client: 'client', server: 'server', both: 'client and server' } satisfies Record<Role, string>,
  /** `client of music` */
  roleOf: (role: 'client' | 'server', service: string) => `${role} of ${service}`,
  /** `music peer` */
  software: (service: string, kind: SoftwareKind) => `${service} ${kind}`,
  /** Alike hosts, drawn as one. */
  hosts: (count: number, description: string) => `${count} hosts: ${description}`,
  loss: (percent: number) => `${percent}% loss`,
  noFlow: 'Nothing is sent yet: the file has no flow.',
  noSteps: (flow: string) => `${quoted(flow)} has no steps yet.`,
  beforeTheFirst: (flow: string, scenario: string | undefined) =>
    `Before the first step of ${quoted(flow)}${scenario === undefined ? '' : ` while ${quoted(scenario)} holds`}: nothing has been sent yet.`,
  underWay: (others: number) =>
    others === 1
      ? 'At the same time, one other message is under way.'
      : `At the same time, ${formatCount(others)} other messages are under way.`,
  shown: (messages: number) => `The picture shows ${formatCount(messages)} of them.`,
  flowFails: (why: string | undefined) => `The flow fails here${why === undefined ? '.' : `: ${why}`}`,
  time: (nowMs: number, endMs: number) => `${formatDuration(nowMs)} of ${formatDuration(endMs)}`,
  /** Names that were folded only because there is so much of it. */
  omitted: (nodes: number, groups: readonly string[], alike: readonly string[]) =>
    `The file has ${formatCount(nodes)} nodes. To keep the picture readable, ${[
      ...(groups.length === 1 ? [`this group is drawn as one node: ${groups[0]}`] : []),
      ...(groups.length > 1 ? [`these groups are drawn as one node each: ${listOf(groups, 7)}`] : []),
      ...(alike.length > 0
        ? [`hosts that are alike are drawn as one node, under the name of the first: ${listOf(alike, 7)}`]
        : []),
    ].join('; ')}.`,
  deleted: (fileName: string) => `${fileName} was deleted. This is what was in it.`,
  broken: (line: number, message: string) => `Line ${line}: ${message} Until then, this is the last complete picture.`,
  tooLongToType: (flow: string, steps: number) =>
    `${quoted(flow)} takes more than ${formatCount(steps)} steps: too many to run after each keystroke.`,
  tooLong: (flow: string, steps: number) =>
    `${quoted(flow)} takes more than ${formatCount(steps)} steps: too many to run.`,
};
