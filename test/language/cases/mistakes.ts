// What beginners write, and people who come from other languages, with the whole message that they get. One mistake gives
// one report, however much hangs on it.

interface Mistake {
  /** Reads on behind "answers ". */
  readonly mistake: string;
  readonly wrong: string;
}

/** `mistakes` are lines; each is a case of its own, within a flow between alice, bob and carol. */
function inFlow(mistakes: Readonly<Record<string, string>>): readonly Mistake[] {
  const before = 'host alice, carol runs music peer\nhost bob runs music peer shares "song.mp3" 4MB\nflow "Ask" {\n';
  return Object.entries(mistakes).map(([mistake, line]) => ({
    mistake,
    wrong: `${before}  alice -> bob : get "song.mp3"\n${line}\n}`,
  }));
}

/** Lines outside of all blocks, behind hosts alice and bob. */
function outside(mistakes: Readonly<Record<string, string>>): readonly Mistake[] {
  return Object.entries(mistakes).map(([mistake, line]) => ({ mistake, wrong: `host alice, bob\n${line}` }));
}

const arrows = inFlow({
  'the arrow of other languages': `
  alice => bob : get "song.mp3"
        ^^ unexpected-token A request is written with ->, not with “=>”.`,
  'an arrow that is too long': `
  alice --> bob : get "song.mp3"
        ^^^ unexpected-token A request is written with ->, not with “-->”.`,
  'an arrow that a word processor made': `
  alice → bob : get "song.mp3"
        ^ unexpected-token A request is written with ->, not with “→”.`,
  'an arrow to the left': `
  bob <- alice : get "song.mp3"
  ^^^^^^^^^^^^ unexpected-token The one who asks stands on the left of the arrow: write alice -> bob`,
  'an arrow to the left between several': `
  bob <- alice, carol : get "song.mp3"
      ^^ unexpected-token The one who asks stands on the left of the arrow: turn it round, as in bob -> alice.`,
  'a message on the line of a link': `
  alice -- bob : get "song.mp3"
        ^^ unexpected-token A request is written with ->, not with “--”.`,
  'a verb instead of an arrow': `
  alice asks bob : get "song.mp3"
        ^^^^ unknown-word A request is written with ->, not with “asks”.`,
  'a message to nobody': `
  alice get "song.mp3"
        ^^^ unknown-word Say whom “alice” asks, as in: alice -> bob : get "song.mp3"`,
  'an arrow from nobody': `
  -> bob : get "song.mp3"
  ^^ unexpected-token Say before the arrow who asks, as in: alice -> bob : get "song.mp3"`,
  'a host alone': `
  alice
  ^^^^^ unexpected-token “alice” alone says nothing. A step reads like: alice -> bob : get "song.mp3"`,
});

const messages = inFlow({
  'a missing colon': `
  alice -> bob get "song.mp3"
               ^^^ unexpected-token Put a colon before get: it stands between who is asked and what.`,
  'a message without its message': `
  alice -> bob
             ^ unexpected-token Expected a colon and what is asked, such as : get "song.mp3".`,
  'forgotten quotes': `
  alice -> bob : get song.mp3
                     ^^^^^^^^ unexpected-token Put the name of the resource in double quotes: "song.mp3".`,
  'a forgotten second quote': `
  alice -> bob : get "song.mp3
                     ^^^^^^^^^ unterminated-string This text has no end: close it with a double quote (") on the same line.`,
  'quotes that a word processor made': `
  alice -> bob : get “song.mp3”
                     ^^^^^^^^^^ unexpected-token Texts stand between straight double quotes: write "song.mp3".`,
  'single quotes': `
  alice -> bob : get 'song.mp3'
                     ^^^^^^^^^^ unexpected-token Texts stand between straight double quotes: write "song.mp3".`,
  'words of one’s own without quotes': `
  alice -> bob : hello
                 ^^^^^ unknown-word “hello” is not a message. Put your own words in double quotes, or use get, put, lookup, register, unregister or login.`,
  'a verb before what is said': `
  alice -> bob : send "Hello"
                 ^^^^^^^^^^^^ unknown-word What is said stands alone behind the colon: write "Hello"`,
  'a verb before a file': `
  alice -> bob : send "photo.jpg"
                 ^^^^ unknown-word “send” is not a message. Did you mean “put”?`,
  'a verb of one’s own before its quotes': `
  alice -> bob : buy "a book"
                 ^^^^^^^^^^^^ unknown-word “buy” is not a message. Put your own words in one pair of double quotes: "buy a book"`,
  'a German message': `
  alice -> bob : hole "song.mp3"
                 ^^^^ unknown-word “hole” is not a message. Did you mean “get”?`,
  'a state behind its host': `
  bob is down
  ^^^^^^^^^^^ unknown-word “offline” stands in front: write offline bob`,
  'another word for a message': `
  alice -> bob : download "song.mp3"
                 ^^^^^^^^ unknown-word “download” is not a message. Did you mean “get”?`,
  'a message in capital letters': `
  alice -> bob : GET "song.mp3"
                 ^^^ unknown-word “GET” is not a message. Did you mean “get”?`,
  'the size of what is asked for, with a blank before its unit': `
  alice -> bob : get "song.mp3" 4 MB
                                ^^^^ unexpected-token The size of “song.mp3” stands where it is shared: write 4MB behind shares "song.mp3".`,
  'the size of what is asked for': `
  alice -> bob : get "song.mp3" 4MB
                                ^^^ unexpected-token The size of “song.mp3” stands where it is shared: write 4MB behind shares "song.mp3".`,
  'a semicolon at the end of a line': `
  alice -> bob : get "song.mp3";
                               ^ unexpected-token Lines need no semicolon: remove it.`,
  'two statements on a line': `
  alice -> bob : get "song.mp3" wait 2s
                                ^^^^ unexpected-token Start a new line before “wait”: there is one statement a line.`,
  'a misspelt name': `
  alcie -> bob : get "song.mp3"
  ^^^^^ unknown-host There is no host “alcie”. Did you mean “alice”?`,
  'a name in quotes': `
  alice -> "bob" : get "song.mp3"
           ^^^^^ unexpected-token Names stand without quotes: write bob.`,
  'a word between names': `
  alice and carol -> bob : get "song.mp3"
        ^^^ unexpected-token A comma stands between them, not “and”.`,
  'a misspelt action': `
  alice fetchs "song.mp3"
        ^^^^^^ unknown-word “fetchs” is not an action. Did you mean “fetches”?`,
  'an action that there is not': `
  alice sings "song.mp3"
        ^^^^^ unknown-word “sings” is neither an arrow nor an action. A step reads like alice -> bob : get "song.mp3", or like alice joins music.`,
  'the verb of a message for an action': `
  alice downloads "song.mp3"
        ^^^^^^^^^ unknown-word “downloads” is not an action. Did you mean “fetches”?`,
  'a call with its verb behind the caller': `
  alice calls bob
  ^^^^^^^^^^^ unknown-word A call starts with the word call: write call alice, and whom “alice” talks to.`,
  'sending to one host': `
  alice sends bob "hello"
        ^^^^^^^^^ unexpected-token “sends” speaks to everybody who joined. To speak to “bob” alone, write -> bob : instead.`,
  'a service that is not declared': `
  alice joins film
              ^^^^ unknown-service There is no service “film”. Declare it on a line of its own: service film uses request`,
  'a resource that nobody has': `
  alice -> bob : get "film.mkv"
                     ^^^^^^^^^^ unknown-resource No host shares “film.mkv”. Write behind the host that has it: shares "film.mkv"`,
  'a time without its unit': `
  wait 5
       ^ bad-quantity 5 has no unit: a duration is written like 20ms.`,
  'a repetition that is counted in words': `
  repeat three {
         ^^^^^ unexpected-token Expected how often to repeat: a whole number, such as 10, but found “three”.
    wait 1s
  }`,
  'the comment of another language': `
  # bob is away
  ^ unexpected-token A comment starts with //.`,
  'a question': `
  if bob {
  ^^ unknown-word “if” does not start a statement. Did you mean “otherwise”?
    wait 1s
  }`,
  'an answer that is called otherwise': `
  alice -> bob : "GET /" answers "200 OK"
                         ^^^^^^^ unknown-word “answers” does not go on with the statement. Did you mean “replies”?`,
});

const hosts = outside({
  'a role without its colon': `
host carol client
           ^^^^^^ unexpected-token A colon stands before the role: write : client`,
  'a role behind “is”': `
host carol is client
           ^^^^^^^^^ unexpected-token A colon stands before the role: write : client`,
  'a role behind “=”': `
host carol = client
           ^^^^^^^^ unexpected-token A colon stands before the role: write : client`,
  'a misspelt role': `
host carol : klient
             ^^^^^^ unknown-word “klient” is not a role. Did you mean “client”?`,
  'two roles': `
host carol : client, server
             ^^^^^^^^^^^^^^ unexpected-token A host that is client and server is declared as: both`,
  'a misspelt word': `
hots carol
^^^^ unknown-word “hots” does not start a statement. Did you mean “host”?`,
  'another word for a host': `
computer carol
^^^^^^^^ unknown-word “computer” does not start a statement. Did you mean “host”?`,
  'a German word for a host': `
rechner carol
^^^^^^^ unknown-word “rechner” does not start a statement. Did you mean “host”?`,
  'a role instead of the word host': `
client carol
^^^^^^^^^^^^ unknown-word Every machine is a host: write host carol : client`,
  'a host without the word host': `
carol : client
^^^^^ unexpected-token A host starts with the word host: write host carol : client`,
  'a word of the language as a name': `
host link
     ^^^^ unexpected-token “link” is a word of the language, so it cannot be the name of a host. Choose another one, such as link1.`,
  'a name of two words': `
host old computer
         ^^^^^^^^ unknown-word “computer” is not a property of a host. If it belongs to the name, write old-computer: a name has no spaces.`,
  'a name with a dot': `
host www.example.com
     ^^^^^^^^^^^^^^^ unexpected-token “.” cannot be part of a name: a name has letters, digits, - and _, such as www-example-com.`,
  'a name that starts with a digit': `
host 1st
     ^^^ unexpected-token Expected the name of a host, but found “1st”. A name starts with a letter.`,
  'a name in quotes behind “host”': `
host "carol"
     ^^^^^^^ unexpected-token Names stand without quotes: write carol.`,
  'a name of two words in quotes': `
host "my computer"
     ^^^^^^^^^^^^^ unexpected-token Names stand without quotes and without spaces: write my-computer.`,
  'a host without a name': `
host
   ^ unexpected-token Expected the name of a host.`,
  'kind and service in the wrong order': `
host carol runs peer music
                ^^^^^^^^^^ unexpected-token First the service, then what the host runs of it: write music peer`,
  'a service without its kind': `
host carol runs web
                ^^^ unexpected-token Say what the host runs of “web”: client, server, peer or index, such as web client.`,
  'a kind without its service': `
host carol runs index
                ^^^^^ unexpected-token Say of which service the host runs the index, such as: runs music index`,
  'service and kind in one word': `
host carol runs webserver
                ^^^^^^^^^ unexpected-token Software is written as the service and what the host runs of it: write web server`,
  'a browser': `
host carol runs browser
                ^^^^^^^ unexpected-token Software is written as the service and what the host runs of it: write web client`,
  'software in quotes': `
host carol runs "web server"
                ^^^^^^^^^^^^ unexpected-token What a host runs stands without quotes: write web server`,
  'a comma behind a role': `
host carol : server, runs web server
                   ^ unexpected-token No comma stands before “runs”: remove it.`,
  'a comma behind software': `
host carol runs web server, shares "song.mp3"
                          ^ unexpected-token No comma stands before “shares”: remove it.`,
  'two resources behind one “shares”': `
host carol shares "song.mp3" 4MB, "film.mkv"
                                ^^^^^^^^^^^^ unexpected-token The word “shares” stands before each resource: write shares "film.mkv"`,
  'a kind that there is not': `
host carol runs web browser
                    ^^^^^^^ unknown-word “browser” is not a kind of software. Did you mean “client”?`,
  '“share” instead of “shares”': `
host carol share "song.mp3"
           ^^^^^ unknown-word “share” is not a property of a host. Did you mean “shares”?`,
  'a space before a unit': `
host carol shares "song.mp3" 4 MB
                             ^^^^ bad-quantity No space between a number and its unit: write 4MB.`,
  'a unit in small letters': `
host carol shares "song.mp3" 4mb
                             ^^^ bad-quantity “mb” is not a unit of the language: write 4MB.`,
  'a number without its unit': `
host carol shares "song.mp3" 4
                             ^ bad-quantity 4 has no unit: a size is written like 4MB.`,
  'a rate instead of a size': `
host carol shares "song.mp3" 4Mbps
                             ^^^^^ bad-quantity 4Mbps is a rate, but a size is wanted here, such as 4MB.`,
  'a unit that does not exist': `
host carol shares "song.mp3" 4songs
                             ^^^^^^ bad-quantity “4songs” is not a size. Write a number and one of B, kB, MB, GB, TB, KiB, MiB or GiB, such as 4MB.`,
  'a decimal comma': `
host carol up 1,5Mbps
              ^^^^^^^ bad-quantity Decimals stand behind a point: write 1.5Mbps.`,
  'bytes a second': `
host carol down 10MB/s
                ^^^^^^ bad-quantity “10MB/s” counts bytes, but a rate counts bits, eight to a byte: write 80Mbps.`,
  'a rate of nothing': `
host carol up 0Mbps
              ^^^^^ bad-quantity Nothing gets through at a rate of 0: cut the link, or take the host offline.`,
  'a block on one line': `
host carol { up 1Mbps }
           ^ unexpected-token A block opens with { at the end of its line: put what follows on lines of its own, and } behind them.`,
  'a { on a line of its own': `
host carol
{
^ unexpected-token A block opens at the end of a line: put this { behind the line above.
  up 1Mbps
}`,
  'a } behind a statement': `
host carol {
  up 1Mbps }
           ^ unexpected-token A block closes with } at the start of a line of its own.
host dave`,
});

const links = outside({
  'a link without --': `
link alice bob
           ^^^ unexpected-token Put -- between the two ends of a link: -- bob`,
  'a link with an arrow': `
link alice -> bob
           ^^ unexpected-token The two ends of a link are joined by --, not by “->”.`,
  'a link with one end': `
link alice
         ^ unexpected-token Expected -- and what it is linked to, as in: link alice, bob -- lan.`,
  'a link without the word link': `
alice -- bob 100Mbps
^^^^^ unexpected-token A link starts with the word link: write link alice --`,
  'a chain of links': `
link alice -- bob -- alice
                  ^^ unexpected-token A link has two ends: write one link a line, or a chain like: link a, b, c as line`,
  'a unit of other tools': `
link alice -- bob 100 Mbit/s
                  ^^^^^^^^^^ bad-quantity No space between a number and its unit: write 100Mbps.`,
  'a comma before a rate': `
link alice -- bob, 100Mbps
                 ^ unexpected-token No comma stands before “100Mbps”: remove it.`,
  'a loss without its word': `
link alice -- bob 1%
                  ^^ unexpected-token Say what the percentage is of: write loss 1%`,
  'a word for a rate': `
link alice -- bob fast
                  ^^^^ unknown-word “fast” says nothing about a link. Write a rate (100Mbps), a latency (2ms), a loss (loss 1%) or over and a service.`,
  'a switch that is not declared': `
link alice -- lan
              ^^^ unknown-host There is no host or switch “lan”. Declare it on a line of its own: switch lan`,
  'a place without brackets': `
switch lan at 10, 20
              ^^ unexpected-token Expected a place in the diagram, such as (120, 40), but found “10”.`,
});

const blocks = outside({
  'a missing }': `
flow "Ask" {
           ^ unclosed-block This block is not closed before line 5, which stands outside of it. Put a } on a line of its own behind its last line.
  alice -> bob : "hello"
host carol`,
  'a missing {': `
flow "Ask"
^^^^^^^^^^ unclosed-block The lines of a “flow” stand in a block: put { at the end of this line, and } on a line of its own behind them.
  alice -> bob : "hello"
}`,
  'a { below its flow': `
flow "Ask"
{
^ unexpected-token A block opens at the end of a line: put this { behind the line above.
  alice -> bob : "hello"
}`,
  'the name of a flow without quotes': `
flow Find and fetch {
     ^^^^^^^^^^^^^^ unexpected-token Put the name of the flow in double quotes: "Find and fetch".
  alice -> bob : "hello"
}`,
  'a step outside of a flow': `
alice -> bob : "hello"
^^^^^^^^^^^^^^^^^^^^^^ unexpected-token This is a step: it stands in the block of a flow, as in: flow "Find and fetch" {
bob -> alice : "hello"`,
  'a flow in which nothing happens': `
flow "Ask" {
     ^^^^^ empty-flow Nothing happens in “Ask” yet. Add a step, such as: alice -> bob : get "song.mp3"
}`,
  'a pattern without “uses”': `
service music index
              ^^^^^ unexpected-token The word “uses” stands before the pattern: write uses index`,
});

const expectations = outside({
  'an architecture of nothing': `
expect hybrid
       ^^^^^^ unexpected-token First say of what, then what you expect of it: write architecture is hybrid`,
  'a role before its host': `
expect client alice
       ^^^^^^^^^^^^ unexpected-token First say of what, then what you expect of it: write alice is client`,
  'an architecture with a blank': `
expect architecture is client server
                       ^^^^^^^^^^^^^ unexpected-token An architecture is one word: write client-server`,
  'an architecture behind “=”': `
expect architecture = hybrid
                    ^ unexpected-token The word “is” stands before the architecture, as in: architecture is hybrid`,
  'an expectation without “is”': `
expect alice client
             ^^^^^^ unexpected-token The word “is” stands before a role: write is client`,
  'an expectation with =': `
expect alice = client
             ^^^^^^^^ unexpected-token The word “is” stands before a role: write is client`,
  'a role with an article': `
expect alice is a client
                ^ unexpected-token The role stands right behind “is”, as in: alice is client`,
  'a comparison of another language': `
expect "Ask" takes => 5ms
                   ^^ unexpected-token Write >= instead of “=>”.`,
  'a short name of an architecture': `
expect architecture is p2p
                       ^^^ unknown-word “p2p” is not an architecture. Did you mean “peer-to-peer”?`,
  'a resource to look up without quotes': `
expect lookup song finds bob
              ^^^^ unexpected-token Put the name of the resource in double quotes: "song".`,
});

/** Lines of an exercise that checks something, behind a flow in which alice asks bob. */
function inExercise(mistakes: Readonly<Record<string, string>>): readonly Mistake[] {
  const before = 'host alice, bob\nflow "Ask" {\n  alice -> bob : "hello"\n}\nexercise "Roles" {\n';
  return Object.entries(mistakes).map(([mistake, line]) => ({
    mistake,
    wrong: `${before}  expect bob is server\n${line}\n}`,
  }));
}

const exercises = inExercise({
  '“point” for “points”': `
  point 3 expect alice is client
  ^^^^^ unknown-word “point” does not start a statement. Did you mean “points”?`,
  'points in words': `
  points three expect alice is client
         ^^^^^ unexpected-token Write points as a number: 3`,
  'points without a number': `
  points expect alice is client
         ^^^^^^ unexpected-token Expected how many points: a whole number, such as 3, but found “expect”.`,
  'half a point': `
  points 1.5 expect alice is client
         ^^^ bad-quantity Expected how many points: a whole number, such as 3, but found “1.5”.`,
  'points for nothing': `
  points 3
         ^ unexpected-token Say behind the number what it is given for, such as: points 3 expect alice is client`,
  'points without “expect”': `
  points 3 alice is client
           ^^^^^ unexpected-token The word “expect” stands behind the number: points 3 expect …`,
  'points behind an expectation': `
  expect alice is client points 3
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unexpected-token Points stand before what they are given for: points 3 expect …`,
  'a task without quotes': `
  task Let alice ask.
       ^^^^^^^^^^^^^^ unexpected-token Put the task in double quotes: "Let alice ask.".`,
  'a hint without quotes': `
  hint Who asks?
       ^^^^^^^^^ unexpected-token Put the hint in double quotes: "Who asks?".`,
  '“tip” for “hint”': `
  tip "Who asks?"
  ^^^ unknown-word “tip” does not start a statement. Did you mean “hint”?`,
  'what is said otherwise without quotes': `
  expect alice is client otherwise Look at the arrow
                                   ^^^^^^^^^^^^^^^^^ unexpected-token Put the advice in double quotes: "Look at the arrow".`,
  'otherwise without words': `
  expect alice is client otherwise
                                 ^ unexpected-token Expected the advice in double quotes, such as "Has bob registered his song?".`,
  'a question in an exercise': `
  ask "Who asks?"
  ^^^^^^^^^^^^^^^ unexpected-token “ask” stands in a flow, in front of the step that it asks about.`,
});

const questions = inFlow({
  'a question without quotes': `
  ask Who asks?
      ^^^^^^^^^ unexpected-token Put the question in double quotes: "Who asks?".
  alice -> bob : "hello"`,
  'a question about something else': `
  ask "Who asks?" asker
                  ^^^^^ unknown-word “asker” is not what a question is about. Did you mean “client”?
  alice -> bob : "hello"`,
  '“question” for “ask”': `
  question "Who asks?"
  ^^^^^^^^ unknown-word “question” does not start a statement. Did you mean “ask”?
  alice -> bob : "hello"`,
  'a hint in a flow': `
  hint "Who asks?"
  ^^^^^^^^^^^^^^^^ unexpected-token “hint” stands in an exercise, as in: exercise "Who asks, who serves?" {
  alice -> bob : "hello"`,
});

const exercisesOutside = outside({
  'an exercise without quotes': `
exercise Roles {
         ^^^^^ unexpected-token Put the name of the exercise in double quotes: "Roles".
}`,
  'a “quiz”': `
quiz "Roles"
^^^^ unknown-word “quiz” does not start a statement. Did you mean “exercise”?`,
});

export const mistakes: readonly Mistake[] = [
  ...[...arrows, ...messages, ...hosts, ...links, ...blocks, ...expectations],
  ...[...exercises, ...questions, ...exercisesOutside],
];
