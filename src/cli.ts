/** Entry in the shell: arguments in, exit code out. What the commands do is in `cli/`. */
import { main } from './cli/main';

void main(process.argv.slice(2));
