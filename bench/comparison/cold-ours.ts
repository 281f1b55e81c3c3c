import { compile } from '../../src/language/compile';
import { cold } from './cold';

cold((text) => compile(text));
