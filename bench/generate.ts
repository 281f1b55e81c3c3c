/**
 * Large files as people would write them, the same at every call: a campus whose hosts share music over an index and use
 * web servers with a database behind them. Nothing is reported about them, so the figures are those of a file in order.
 */

export interface Size {
  readonly lines: number;
  readonly hosts: number;
}

/** Exactly so many lines and hosts; there must be about 1.2 lines for each host and 30 more. */
export function generate({ lines, hosts }: Size): string {
  const campus = campusOf(hosts);
  const text = [...declarations(campus)];
  for (let number = 1; ; number++) {
    const flow = number % 2 === 0 ? webFlow(campus, number) : musicFlow(campus, number);
    if (text.length + flow.length > lines) break;
    text.push(...flow);
  }
  while (text.length < lines) text.push(`// line ${text.length + 1}`);
  return text.join('\n');
}

interface Campus {
  readonly peers: number;
  readonly webServers: number;
  readonly lans: number;
}

const peersPerLan = 20;

function campusOf(hosts: number): Campus {
  const webServers = Math.max(1, Math.floor(hosts / 20));
  const peers = hosts - webServers - 2; // the index and the database
  return { peers, webServers, lans: Math.ceil(peers / peersPerLan) };
}

function* declarations({ peers, webServers, lans }: Campus): Generator<string> {
  const switches = numbered('lan', lans);
  yield 'topology "A campus with music and web servers"';
  yield '';
  yield 'service music uses index                   // where a song is; it comes from a peer';
  yield '';
  yield 'router core';
  yield `switch ${switches.join(', ')}`;
  yield `link ${switches.join(', ')} -- core 1Gbps 1ms`;
  yield '';
  yield '// The machine room';
  yield 'host napster : server runs music index';
  yield 'host database : server runs sql server';
  for (const [place, web] of numbered('web', webServers).entries()) {
    yield `host ${web} runs web server, sql client shares "page-${place + 1}.html" 14kB in web`;
  }
  yield `link napster, database, ${numbered('web', webServers).join(', ')} -- core 1Gbps 1ms`;
  yield '';
  yield '// The students';
  for (let peer = 1; peer <= peers; peer++) {
    yield `host peer${peer} runs music peer, web client shares "song-${peer}.mp3" ${3 + (peer % 5)}MB in music up 8Mbps`;
  }
  for (let lan = 1; lan <= lans; lan++) {
    const first = (lan - 1) * peersPerLan + 1;
    const members = numbered('peer', Math.min(peersPerLan, peers - first + 1), first);
    yield `link ${members.join(', ')} -- lan${lan} 100Mbps 2ms`;
  }
  yield '';
}

function musicFlow({ peers }: Campus, number: number): readonly string[] {
  const [owner, asker] = twoOf(peers, number);
  const song = `"song-${owner}.mp3"`;
  return [
    `// peer${asker} wants what peer${owner} has.`,
    `flow "Music ${number}" {`,
    `  note "peer${owner} tells the index what it shares; the file itself stays."`,
    `  peer${owner} -> napster : register ${song}`,
    `  peer${asker} -> napster : lookup ${song}`,
    `  peer${asker} -> peer${owner} : get ${song} // directly`,
    '}',
    `expect lookup ${song} finds peer${owner} in "Music ${number}"`,
    '',
  ];
}

function webFlow({ peers, webServers }: Campus, number: number): readonly string[] {
  const [one, other] = twoOf(peers, number);
  const server = (number % webServers) + 1;
  return [
    `flow "Web ${number}" {`,
    `  peer${one} -> web${server} : get "page-${server}.html"`,
    `  peer${one} -> web${server} : "GET /users/${number}" 400B replies "200 OK" 14kB {`,
    `    web${server} -> database : "SELECT * FROM users WHERE id = ${number}" takes 20ms`,
    '  }',
    '  together {',
    `    peer${one} -> web${server} : put "photo-${number}.jpg" 2MB`,
    `    peer${other} -> web${server} : get "page-${server}.html"`,
    '  }',
    '  wait 50ms',
    '}',
    `expect "Web ${number}" succeeds`,
    '',
  ];
}

/** Two different peers, other ones for each number. */
function twoOf(peers: number, number: number): readonly [number, number] {
  const first = ((number * 7) % peers) + 1;
  const second = ((number * 7 + 1 + (number % (peers - 1))) % peers) + 1;
  return [first, second];
}

function numbered(name: string, count: number, first = 1): readonly string[] {
  return Array.from({ length: count }, (_, place) => `${name}${first + place}`);
}
