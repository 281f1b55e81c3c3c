// Texts as they are while somebody types them: the samples with lines that are torn, missing or out of place.

import fc from 'fast-check';
import { samples } from '../language/samples';

const lines = [...new Set(samples.flatMap((text) => text.split('\n')))];
const line = fc.constantFrom(...lines, '{', '}', '} otherwise {', 'flow', 'flow "', 'host', 'host ,', '"', '// x', '');
const torn = fc
  .tuple(line, fc.nat({ max: 40 }), fc.nat({ max: 60 }), fc.constantFrom('', '', '}', ' {', '"', ' ', '\t', '😀'))
  .map(([text, start, length, more]) => text.slice(start, start + length) + more);

export const anyText = fc.oneof(
  fc.constantFrom(...samples),
  fc.array(fc.oneof(line, torn), { maxLength: 40 }).map((all) => all.join('\n')),
  fc.string(),
);
