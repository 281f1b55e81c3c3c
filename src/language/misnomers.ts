/**
 * What beginners, people who know other tools, and German speakers write for a word of the language. Lower case on the left.
 */

type Misnomers = ReadonlyMap<string, string>;

function misnomers(table: Readonly<Record<string, string>>): Misnomers {
  return new Map(Object.entries(table).flatMap(([word, others]) => others.split(' ').map((other) => [other, word])));
}

export const otherStatementWords: Misnomers = misnomers({
  host: 'computer node machine device pc laptop phone client server peer user person station endpoint database printer rechner drucker datenbank gerät knoten',
  switch: 'hub bridge verteiler',
  router: 'gateway modem',
  cloud: 'internet network wan netz',
  link: 'connect connection cable wire edge verbinde verbindung leitung kabel',
  service: 'app application program protocol software dienst',
  topology: 'title name',
  flow: 'sequence story process steps ablauf',
  scenario: 'case situation fall',
  exercise: 'assignment quiz lesson challenge homework problem übung',
  task: 'todo goal objective instruction instructions aufgabe',
  hint: 'tip clue help hinweis tipp',
  points: 'score marks mark credits worth',
  ask: 'question predict guess',
  expect: 'assert test check verify ensure erwarte prüfe',
  note: 'comment say print text notiz',
  wait: 'sleep pause delay warte',
  repeat: 'loop for times while wiederhole',
  together: 'parallel par concurrently simultaneously',
  otherwise: 'else catch except failing if sonst',
  offline: 'kill crash stop down fail remove disable disconnect aus',
  online: 'start boot',
});

/** Words that carry a statement on. */
export const otherContinuations: Misnomers = misnomers({
  over: 'via through using with on by',
  takes: 'delay duration after lasts',
  replies: 'reply returns answers answer responds response',
  when: 'if while under',
});

export const otherPropertyWords: Misnomers = misnomers({
  runs: 'uses has installs executes offers provides läuft nutzt hat',
  shares: 'holds stores owns keeps contains teilt',
  lists: 'indexes knows',
  up: 'upload uplink',
  down: 'download downlink',
  at: 'position pos place',
  note: 'comment',
});

export const otherRoles: Misnomers = misnomers({
  both: 'peer p2p servent hybrid',
  server: 'service host',
  client: 'user',
});

export const otherKinds: Misnomers = misnomers({
  client: 'browser user',
  peer: 'both servent p2p',
  server: 'host service',
  edge: 'cache',
});

export const otherMessages: Misnomers = misnomers({
  get: 'download fetch request retrieve read receive take copy hole hol lade',
  put: 'upload send post store write save give',
  lookup: 'find search query locate where ask look suche finde frage',
  register: 'announce publish share offer advertise melde',
  unregister: 'deregister withdraw remove delete',
  login: 'signin logon auth authenticate connect anmelden',
});

/** Before a text in quotes these mean that the text is what is said; a file is put. */
export const speaking =
  /^(?:send|sends|say|says|tell|tells|message|msg|write|writes|post|chat|text|sende|sag|schicke)$/i;

/** What hosts do by themselves, without an arrow to anybody. */
export const otherActions: Misnomers = misnomers({
  joins: 'enter enters',
  leaves: 'exit exits quit quits',
  fetches: 'gets download downloads retrieves loads requests',
  searches: 'find finds lookups queries seeks locates',
  publishes: 'announces advertises broadcasts offers',
  sends: 'says say writes posts chats',
});

/** What a question is about. */
export const otherTopics: Misnomers = misnomers({
  client: 'asker sender from who',
  server: 'answerer receiver provider to whom',
  next: 'step then message what',
  answer: 'reply response result',
  outcome: 'ending end success succeeds fails works',
});

export const otherArchitectures: Misnomers = misnomers({
  'peer-to-peer': 'p2p peer peertopeer peer2peer decentralized decentralised distributed',
  'client-server': 'client server central centralized centralised clientserver',
  hybrid: 'mixed',
});
