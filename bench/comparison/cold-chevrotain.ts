import { read } from './chevrotain';
import { cold } from './cold';

cold(read);
