/** The counters of each host, kept while a run goes on. Bytes and messages count where they have arrived. */
import type { Topology } from '../language/topology';
import type { StepContent } from './step-list';
import type { HostMetrics } from './trace';

export interface Meter {
  /** A message has come to its end: `refused` arrived as well, but says that something failed. Nodes by place, -1 is none. */
  count(content: StepContent, from: number, to: number, how: 'ok' | 'refused' | 'lost'): void;
  metrics(): readonly HostMetrics[];
}

type Counter = Exclude<keyof HostMetrics, 'host'>;

export function createMeter({ hosts, nodes }: Topology): Meter {
  // Whole numbers far below 2^53, so the order of adding does not matter.
  const zeros = () => new Float64Array(nodes.length);
  const totals: Readonly<Record<Counter, Float64Array>> = {
    bytesSent: zeros(),
    bytesReceived: zeros(),
    messagesSent: zeros(),
    messagesReceived: zeros(),
    requestsServed: zeros(),
    streamsOut: zeros(),
    streamsIn: zeros(),
  };
  return {
    count({ kind, sizeBytes = 0 }, from, to, how) {
      if (from < 0 || to < 0 || kind === 'fault') return;
      if (isService(kind)) add(totals.requestsServed, from, 1);
      if (how === 'lost') return;
      add(totals.messagesSent, from, 1);
      add(totals.messagesReceived, to, 1);
      if (how === 'refused') return;
      add(totals.bytesSent, from, sizeBytes);
      add(totals.bytesReceived, to, sizeBytes);
      if (kind !== 'stream') return;
      add(totals.streamsOut, from, 1);
      add(totals.streamsIn, to, 1);
    },
    metrics: () =>
      hosts.map(({ name, index }) => ({
        host: name,
        bytesSent: totals.bytesSent[index] ?? 0,
        bytesReceived: totals.bytesReceived[index] ?? 0,
        messagesSent: totals.messagesSent[index] ?? 0,
        messagesReceived: totals.messagesReceived[index] ?? 0,
        requestsServed: totals.requestsServed[index] ?? 0,
        streamsOut: totals.streamsOut[index] ?? 0,
        streamsIn: totals.streamsIn[index] ?? 0,
      })),
  };
}

function isService(kind: StepContent['kind']): boolean {
  return kind === 'response' || kind === 'data' || kind === 'piece' || kind === 'hit';
}

function add(total: Float64Array, node: number, amount: number): void {
  total[node] = (total[node] ?? 0) + amount;
}
