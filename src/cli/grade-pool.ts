/** Threads that grade submissions side by side. One that takes too long or too much memory costs its own thread alone. */
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { GradeAnswer, GradeOrder } from './grade-worker';

/** Far above any lesson. */
const memoryMb = 512;

export type Graded = GradeAnswer | { readonly cutOff: string };

export interface GradePool {
  /** Waits for a free thread. Never rejects. */
  grade(order: GradeOrder): Promise<Graded>;
  end(): Promise<void>;
}

/** `program` is what a thread runs: this very program, which knows that it is one. */
export function createGradePool(program: string, limitMs: number, inWords: string): GradePool {
  const size = Math.max(1, availableParallelism());
  const free: Worker[] = [];
  const waiting: ((worker: Worker) => void)[] = [];
  const alive = new Set<Worker>();
  return {
    async grade(order) {
      const worker = await thread();
      const result = await answered(worker, order);
      if ('cutOff' in result) {
        alive.delete(worker);
        await worker.terminate();
        const next = waiting.shift();
        if (next) next(start());
      } else release(worker);
      return result;
    },
    async end() {
      await Promise.all([...alive].map((worker) => worker.terminate()));
    },
  };

  async function thread(): Promise<Worker> {
    const idle = free.pop();
    if (idle) return idle;
    return alive.size < size ? start() : new Promise((done) => waiting.push(done));
  }

  function start(): Worker {
    const worker = new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: memoryMb }, env: {}, argv: [] });
    worker.on('error', () => {}); // whoever waits for its answer hears of it
    alive.add(worker);
    return worker;
  }

  function release(worker: Worker): void {
    const next = waiting.shift();
    if (next) next(worker);
    else free.push(worker);
  }

  async function answered(worker: Worker, order: GradeOrder): Promise<Graded> {
    const ending = new AbortController();
    const { signal } = ending;
    const timer = setTimeout(() => ending.abort(), limitMs);
    try {
      worker.postMessage(order);
      const [answer] = await once(worker, 'message', { signal }); // rejects on `error` as well
      return answer;
    } catch (error) {
      if (signal.aborted) return { cutOff: `takes longer than ${inWords}` };
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === 'ERR_WORKER_OUT_OF_MEMORY') return { cutOff: `takes more memory than ${memoryMb} MB` };
      return { cutOff: `a mistake of this program stopped it: ${message}` };
    } finally {
      clearTimeout(timer);
    }
  }
}
