/** What a class hands in: right, wrong in the usual ways, broken, and meant to do harm. */

export const handedOut = `service music uses index
host napster : server runs music index
host alice : client runs music peer
host bob : both runs music peer shares "song.mp3" 4MB
switch lan
link napster, alice, bob -- lan 100Mbps 2ms

exercise "Who asks, who serves?" {
  task "Let alice find the song, and fetch it from whoever has it."
  hint "Who knows where the song is?"
  points 2 expect alice is client in "Find and fetch"
  points 3 expect lookup "song.mp3" finds bob otherwise "Has bob registered his song?"
}
exercise "=1+1, or a hybrid" {
  task "Keep it a hybrid."
  expect architecture is hybrid
}
`;

export const hidden = `exercise "Secret of zanzibar" {
  points 4 expect napster carries no data in "Find and fetch" otherwise "Where does the song itself go?"
}
expect "Find and fetch" needs napster
`;

const before = handedOut.slice(0, handedOut.indexOf('exercise'));
const flow = (...steps: readonly string[]) =>
  `flow "Find and fetch" {\n${steps.map((step) => `  ${step}\n`).join('')}}\n`;
const register = 'bob -> napster : register "song.mp3"';
const lookup = 'alice -> napster : lookup "song.mp3"';
const get = 'alice -> bob : get "song.mp3"';
const right = before + flow(register, lookup, get);

/** For each of them all names are looked through for one that may be meant: minutes of work, whatever the machine. */
const manyMisspellings = (count: number) =>
  Array.from(
    { length: count },
    (_, place) => `host abcdefgh${place}\nlink abcdefgh${place} -- abcdefgi${place}x\n`,
  ).join('');

export const submissions: Readonly<Record<string, string | Uint8Array>> = {
  'ada.topo': right,
  'windows.topo': `\ufeff${right.replaceAll('\n', '\r\n')}`,
  'with own exercises.topo': `${right}exercise "Easy" {\n  points 1000 expect alice is client\n}\nexpect alice is client\n`,
  'erin/not registered.topo': before + flow(lookup, get),
  'erin/bob looks it up.topo':
    before + flow(register, 'bob -> napster : lookup "song.mp3"', 'alice -> bob : get "song.mp3"'),
  'through the server.topo': `${before.replace('server runs music index', 'server runs music index, web server shares "song.mp3" 4MB in web').replace('client runs music peer', 'client runs music peer, web client')}${flow(register, lookup, 'alice -> napster : get "song.mp3"')}`,
  'no lookup.topo': before + flow(register, get),
  'only an index.topo': before + flow(register, lookup),
  'other name.topo': right.replaceAll('alice', 'alicia'),
  'other flow.topo': right.replace('Find and fetch', 'Fetch and find'),
  'typing error.topo': right.replace('-> bob :', '-> bbo :'),
  'unclosed.topo': right.slice(0, -2),
  'handed out.topo': before,
  'essay.topo': 'Dear teacher,\nmy dog has eaten the file.\n',
  'empty.topo': '',
  'binary.topo': Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3]),
  'latin.topo': Buffer.from('host zo\xeb\n', 'latin1'),
  'enormous.topo': Buffer.alloc(10_000_001, '// x\n'),
  'looping.topo': `${right}flow "Round and round" {\n  repeat 1000000 {\n    alice -> napster : lookup "song.mp3"\n  }\n}\n`,
  'exploding.topo': manyMisspellings(150_000),
  '=HYPERLINK("https:__evil.example").topo': right.replace(flow(register, lookup, get), ''),
  '+1, -2; @SUM(A1).topo': `${right}host zed : "=cmd|' /C calc'!A0"\n`,
};
