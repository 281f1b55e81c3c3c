/**
 * What every word of the language means, in one sentence and an example: what hovering over a word and completing it show.
 * Some words mean different things in different places, so each place has a list of its own. Knows no file.
 */
import type { StatementKind } from '../language/syntax';

/** Where a word stands: as a statement, as a property of a host, behind `uses`, in a claim … */
export type WordPlace = keyof typeof tables;

export interface Explanation {
  readonly meaning: string;
  /** One statement, with its block where it needs one. */
  readonly example: string;
}

export function explain(word: string, place: WordPlace): Explanation | undefined {
  return wordsIn(place).get(word);
}

/** Where to look a word up, by the statement that it stands in, the likeliest place first. */
export const placesByStatement: Readonly<Partial<Record<StatementKind, readonly WordPlace[]>>> = {
  service: ['service', 'pattern', 'option'],
  host: ['property', 'kind', 'role', 'listing'],
  properties: ['property', 'kind', 'listing'],
  device: ['property'],
  link: ['link', 'shape'],
  cut: ['link'],
  restore: ['link'],
  message: ['message', 'step'],
  action: ['action', 'step'],
  nothing: ['action', 'step'],
  call: ['step'],
  set: ['set', 'option'],
  ask: ['question'],
  expect: ['expectation', 'role', 'architecture', 'comparison', 'statement'],
};

/** Every word of a place with its explanation, in an order fit for a list. */
export function wordsIn(place: WordPlace): ReadonlyMap<string, Explanation> {
  const known = read.get(place) ?? readTable(tables[place]);
  read.set(place, known);
  return known;
}

const read = new Map<WordPlace, ReadonlyMap<string, Explanation>>();

/**
 * Entries are `WORD …: meaning`, with the lines of the example indented below. An entry without an example has the one
 * at the top of its table, in which `*` is the word.
 */
function readTable(table: string): ReadonlyMap<string, Explanation> {
  const [common = '', ...entries] = table.split(/\n(?! )/);
  return new Map(
    entries.flatMap((entry) => {
      const [head = '', ...lines] = entry.split('\n  ');
      const [words = '', meaning = ''] = head.split(/: (.*)/);
      const exampleFor = (word: string) => lines.join('\n') || common.replace('*', word);
      return words.split(' ').map((word) => [word, { meaning, example: exampleFor(word) }] as const);
    }),
  );
}

const tables = {
  statement: `
topology: The title of the file, shown above the diagram.
  topology "Music sharing"
service: An application that hosts run together, and the pattern that it follows.
  service music uses index
host: A computer. Behind the colon stands the role that you think it has.
  host bob : both runs music peer shares "song.mp3" 4MB
switch: Joins cables: it passes on what others send. A host does not.
  switch lan
router: Joins networks: it passes on what others send, as a switch does.
  router gateway
cloud: A whole network seen from outside, such as the internet. It passes on what others send.
  cloud internet
link: A cable, with its rate, its latency and how much is lost on it.
  link alice, bob -- lan 100Mbps 2ms
flow: What happens, step by step. Every flow starts afresh.
  flow "Open a page" {
    alice -> web : get "index.html"
  }
scenario: What is different from the start. Every flow can be run under it.
  scenario "the index is down" {
    offline napster
  }
exercise: A task for the learner, with hints, and what holds once it is done.
  exercise "Who serves?" {
    task "Let alice fetch the song from bob."
    points 2 expect bob is server
  }
task: What is to be done in this exercise. Several are several paragraphs.
  exercise "Who serves?" {
    task "Let alice fetch the song from bob."
    expect bob is server
  }
hint: Helps with this exercise. Several are shown one after the other.
  exercise "Who serves?" {
    hint "Who asks, and who answers?"
    expect bob is server
  }
points: What this expectation is worth in its exercise. 1 if left out.
  exercise "Who serves?" {
    points 3 expect bob is server
  }
ask: A question about the next step, asked before it is shown.
  ask "Who is the server here?" server
expect: What you claim of this file. It is checked while you type.
  expect alice is client
call: The hosts call each other, the way their service does that.
  call alice, bob
offline: A host or switch goes down: it no longer asks, answers or passes anything on.
  offline bob
online: A host or switch comes back.
  online bob
cut: A link stops carrying anything.
  cut alice -- lan
restore: A link that was cut works again.
  restore alice -- lan
set: Under this scenario, a host has another rate or a service another option.
  set alice up 1Mbps
wait: Time passes before the next step.
  wait 2s
note: Words that are shown while stepping through.
  note "The index only points. The song comes from Bob."
together: All steps of the block start at the same time.
  together {
    alice -> web : get "a.html"
    bob -> web : get "b.html"
  }
repeat: The steps of the block happen this many times, one round after the other.
  repeat 3 {
    alice -> web : get "news.html"
  }
otherwise: What happens if the request above fails. Without it the flow ends there, as failed.
  alice -> bob : get "song.mp3" {
  } otherwise {
    alice -> carol : get "song.mp3"
  }`,
  step: `
->: The left one asks and is the client; the right one answers and is the server. The answer comes by itself.
  alice -> bob : get "song.mp3"
~>: The left one sends without being asked. It provides, so it is the server; who receives is the client.
  chat ~> alice : "Bob is typing"
over: The service that this belongs to. Needed only where several are possible.
  alice -> bob : get "song.mp3" over music`,
  message: `bob -> napster : * "song.mp3"
get: Asks for something and receives it: a download. The asker then has a copy.
  alice -> bob : get "song.mp3"
put: Sends something to the server: an upload. The server then has a copy.
  alice -> web : put "photo.jpg" 2MB
lookup: Asks an index who has something.
register: Tells an index: I have this. The thing itself stays where it is.
unregister: Tells an index: I no longer offer this.
login: Logs in at a server, under a name if you like.
  alice -> web : login "alice"
takes: How long the server works before it answers.
  web -> db : "SELECT name FROM users" takes 20ms
replies: What the server answers, and how large the answer is.
  alice -> web : "GET /" replies "200 OK" 14kB`,
  action: `alice * "song.mp3"
joins join: Takes part in a service from now on, and says what it shares where there is an index.
  bob joins music
leaves leave: No longer takes part in a service, and tells its index so.
  bob leaves music
fetches fetch: Lets the application find something and get it, the way its service does that.
searches search: Lets the application find out who has something, without getting it.
publishes publish: Lets the application announce something that others may want.
  alice publishes "block 7"
sends send: Says something to everybody else who joined the service.
  alice sends "Hello"`,
  property: `
runs: The software on this host: a service and what it runs of it. Only software can ask or answer.
  host bob runs music peer, web client
shares: What this host holds at the start, and how large it is.
  host bob shares "song.mp3" 4MB
in: The service that something is shared in. Needed only where several are possible.
  host bob shares "song.mp3" 4MB in music
lists: What an index knows at the start: who has what.
  host napster runs music index lists "song.mp3" at bob
up: How fast this host can send. No limit if left out.
  host carol up 1Mbps down 8Mbps
down: How fast this host can receive. No limit if left out.
  host carol up 1Mbps down 8Mbps
at: The place in the diagram: how far to the right, how far down.
  host carol at (200, 40)
note: A remark about this host.
  host carol note "Carol's laptop"`,
  listing: `
at: The hosts that have it, as far as the index knows.
  host napster runs music index lists "song.mp3" at bob`,
  role: `host bob : *
client: Only asks.
server: Only answers, or sends of its own accord.
both: Asks in some requests and answers in others.`,
  kind: `host bob runs music *
client: Software that asks, such as a browser.
server: Software that waits to be asked, and answers.
peer: Both at once: a user interface that asks, and a background service that answers.
index: Answers one question: who has it? The thing itself comes from a peer.
tracker: Knows who takes part, so that peers find each other.
edge: Keeps copies close to the clients, and asks the origin for what it lacks.
origin: Has the original of everything that the edges keep copies of.`,
  service: `
uses: The pattern that the service follows: who asks whom, and how things are found.
  service music uses index`,
  pattern: `service music uses *
request: Clients ask, a server answers: web, mail, Netflix, databases.
index: An index server says who has it, and peers send it to each other directly: Napster, Direct Connect.
flooding: Peers ask their neighbours, and these ask theirs, a few steps far: Gnutella.
swarm: Peers trade the pieces of a file, and a tracker introduces them to each other: BitTorrent.
dht: Peers share out the index among themselves, so that nobody is the centre: IPFS, Kademlia.
gossip: Everybody tells the neighbours what is new, and so it spreads: Bitcoin.
relay: Clients send to a server, which passes it on to everybody else who joined: chat, online games.
mesh: A server introduces the callers, then each sends to each directly: WebRTC calls.
sfu: In a call each sends once, to a server that passes it on to all others: Zoom, Meet.
cache: Servers close to the clients keep copies of what the origin has: content delivery networks.`,
  option: `
ttl: How many hops a question travels before it is dropped. 7 if left out.
  service files uses flooding ttl 4
pieces: How many pieces a file is cut into. 100 if left out.
  service linux uses swarm pieces 50
slots: How many others a peer sends to at a time. 4 if left out.
  service linux uses swarm slots 2
bucket: How many peers of each distance a peer remembers. 8 if left out.
  service files uses dht bucket 4
parallel: How many peers are asked at a time. 3 if left out.
  service files uses dht parallel 1`,
  set: `set alice * 1Mbps
up: Under this scenario, how fast the host can send.
down: Under this scenario, how fast the host can receive.`,
  link: `
--: A cable between each on the left and each on the right.
  link alice, bob -- lan
over: Neighbours in an application: who knows whom. It is no cable.
  link a, b, c over files as ring
as: Links these hosts to each other, in a shape.
  link a, b, c as ring
loss: How much gets lost on the way. What is lost fails after 3 s.
  link carol -- lan loss 1%`,
  shape: `link a, b, c, d as *
line: Each is linked to the next.
ring: Each is linked to the next, and the last to the first.
star: All are linked to the first.
mesh: Each is linked to every other.
grid: Rows and columns: each is linked to those beside, above and below it.
tree: The first is on top, and each is linked to so many below it.
  link a, b, c, d as tree 2
random: Each is linked to about so many others, picked by chance, the same every time.
  link a, b, c, d as random 2`,
  expectation: `
is: The host takes exactly this role, or the file has this architecture.
  expect alice is client
lookup finds: Whoever looks it up is told of these hosts.
  expect lookup "song.mp3" finds bob
nothing: Nobody is known to have it.
  expect lookup "song.mp3" finds nothing
architecture: Who serves whom, over all flows: client-server, peer-to-peer or hybrid.
  expect architecture is hybrid
succeeds: The flow runs to its end.
  expect "Search" succeeds
fails: The flow does not get to its end.
  expect "Search" fails when "index down"
takes: How long the flow lasts.
  expect "Search" takes < 500ms
sends messages: How many messages the flow takes, answers included.
  expect "Search" sends <= 6 messages
uploads: How much data the host sends in the flow.
  expect bob uploads > 1MB in "Search"
downloads: How much data the host receives in the flow.
  expect bob downloads > 1MB in "Search"
carries no data: Nothing that is shared passes through this host: it only points the way.
  expect napster carries no data
needs: The flow fails when this host is offline.
  expect "Search" needs napster
survives loss any host: The flow succeeds even if this host is offline, or any one of them.
  expect "Search" survives loss of any host
of: The service that is meant, or the host that is lost.
  expect alice is client of music
in: The flow that is meant. All flows together if left out.
  expect alice is client in "Search"
when: The scenario that the flow runs under.
  expect "Search" fails when "index down"
otherwise: What you say to whoever does not meet it yet. It stands beside what was found.
  expect bob is server otherwise "Has anybody asked bob?"`,
  question: `ask "What comes next?" *
client: Who asks in the next message.
server: Who answers in the next message.
next: Which message comes next.
answer: What the answer to the next message is.
outcome: How the next message ends.`,
  comparison: `expect "Search" takes * 500ms
<: Less than.
<=: At most.
=: Exactly.
>=: At least.
>: More than.`,
  architecture: `expect architecture is *
client-server: Everything comes from hosts that never ask.
peer-to-peer: Hosts that ask also serve, and nobody else is asked.
hybrid: Peers serve each other, but a central host shows the way.`,
};
