/** Entry in the shell: arguments in, exit code out. What the commands do is in `cli/`. Threads that grade start here, too. */
import { isMainThread } from 'node:worker_threads';
import { answerOrders } from './cli/grade-worker';
import { main } from './cli/main';

if (isMainThread) void main(process.argv.slice(2));
else answerOrders();
