/** What the words of the language mean, in German. */
import type { Template } from '../../scene/words/templates';

const statements: readonly Template[] = [
  ['The title of the file, shown above the diagram.', 'Der Titel der Datei. Er steht über dem Bild.'],
  [
    'An application that hosts run together, and the pattern that it follows.',
    'Ein Dienst: eine Anwendung, die Hosts gemeinsam ausführen, und das Muster, nach dem sie arbeitet.',
  ],
  [
    'A computer. Behind the colon stands the role that you think it has.',
    'Ein Computer. Hinter dem Doppelpunkt steht die Rolle, die er deiner Meinung nach hat.',
  ],
  [
    'Joins cables: it passes on what others send. A host does not.',
    'Verbindet Kabel: Ein Switch leitet weiter, was andere senden. Ein Host tut das nicht.',
  ],
  [
    'Joins networks: it passes on what others send, as a switch does.',
    'Verbindet Netze: Ein Router leitet weiter, was andere senden, wie ein Switch.',
  ],
  [
    'A whole network seen from outside, such as the internet. It passes on what others send.',
    'Ein ganzes Netz von außen gesehen, zum Beispiel das Internet. Es leitet weiter, was andere senden.',
  ],
  [
    'A cable, with its rate, its latency and how much is lost on it.',
    'Ein Kabel, mit seiner Datenrate, seiner Latenz und dem Anteil, der darauf verloren geht.',
  ],
  [
    'What happens, step by step. Every flow starts afresh.',
    'Ein Ablauf: was geschieht, Schritt für Schritt. Jeder Ablauf beginnt von vorn.',
  ],
  [
    'What is different from the start. Every flow can be run under it.',
    'Ein Szenario: was von Anfang an anders ist. Jeder Ablauf kann darin ausgeführt werden.',
  ],
  [
    'A task for the learner, with hints, and what holds once it is done.',
    'Eine Aufgabe, mit Tipps und mit dem, was stimmt, wenn sie gelöst ist.',
  ],
  [
    'What is to be done in this exercise. Several are several paragraphs.',
    'Was in dieser Aufgabe zu tun ist. Mehrere davon sind mehrere Absätze.',
  ],
  [
    'Helps with this exercise. Several are shown one after the other.',
    'Ein Tipp zu dieser Aufgabe. Mehrere werden nacheinander gezeigt.',
  ],
  [
    'What this expectation is worth in its exercise. 1 if left out.',
    'Wie viele Punkte diese Erwartung in ihrer Aufgabe wert ist. Ohne Angabe 1.',
  ],
  [
    'A question about the next step, asked before it is shown.',
    'Eine Frage zum nächsten Schritt, die gestellt wird, bevor er zu sehen ist.',
  ],
  [
    'What you claim of this file. It is checked while you type.',
    'Was du von dieser Datei behauptest. Es wird geprüft, während du tippst.',
  ],
  [
    'The hosts call each other, the way their service does that.',
    'Die Hosts rufen einander an, so wie ihr Dienst das tut.',
  ],
  [
    'A host or switch goes down: it no longer asks, answers or passes anything on.',
    'Ein Host oder Switch fällt aus: Dort wird nicht mehr gefragt, geantwortet oder weitergeleitet.',
  ],
  ['A host or switch comes back.', 'Ein Host oder Switch ist wieder da.'],
  ['A link stops carrying anything.', 'Eine Verbindung überträgt nichts mehr.'],
  ['A link that was cut works again.', 'Eine unterbrochene Verbindung funktioniert wieder.'],
  [
    'Under this scenario, a host has another rate or a service another option.',
    'In diesem Szenario hat ein Host eine andere Datenrate oder ein Dienst eine andere Option.',
  ],
  ['Time passes before the next step.', 'Bis zum nächsten Schritt vergeht Zeit.'],
  ['Words that are shown while stepping through.', 'Eine Notiz, die beim Durchgehen gezeigt wird.'],
  ['All steps of the block start at the same time.', 'Alle Schritte des Blocks beginnen zur gleichen Zeit.'],
  [
    'The steps of the block happen this many times, one round after the other.',
    'Die Schritte des Blocks geschehen so oft, eine Runde nach der anderen.',
  ],
  [
    'What happens if the request above fails. Without it the flow ends there, as failed.',
    'Was geschieht, wenn die Anfrage darüber scheitert. Sonst endet der Ablauf dort und ist gescheitert.',
  ],
];

const steps: readonly Template[] = [
  [
    'The left one asks and is the client; the right one answers and is the server. The answer comes by itself.',
    'Links wird gefragt: der Client. Rechts wird geantwortet: der Server. Die Antwort kommt von selbst.',
  ],
  [
    'The left one sends without being asked. It provides, so it is the server; who receives is the client.',
    'Links wird ungefragt gesendet. Wer etwas bereitstellt, ist der Server; wer es empfängt, der Client.',
  ],
  [
    'The service that this belongs to. Needed only where several are possible.',
    'Der Dienst, zu dem das gehört. Nur nötig, wo mehrere möglich sind.',
  ],
  [
    'Asks for something and receives it: a download. The asker then has a copy.',
    'Fragt nach etwas und bekommt es: ein Download. Wer fragt, hat danach eine Kopie.',
  ],
  [
    'Sends something to the server: an upload. The server then has a copy.',
    'Sendet etwas an den Server: ein Upload. Der Server hat danach eine Kopie.',
  ],
  ['Asks an index who has something.', 'Fragt einen Index, wer etwas hat.'],
  [
    'Tells an index: I have this. The thing itself stays where it is.',
    'Sagt einem Index: Das habe ich. Die Datei selbst bleibt, wo sie ist.',
  ],
  ['Tells an index: I no longer offer this.', 'Sagt einem Index: Das biete ich nicht mehr an.'],
  ['Logs in at a server, under a name if you like.', 'Meldet sich bei einem Server an, wenn du magst mit einem Namen.'],
  ['How long the server works before it answers.', 'Wie lange der Server arbeitet, bevor er antwortet.'],
  ['What the server answers, and how large the answer is.', 'Was der Server antwortet und wie groß die Antwort ist.'],
  [
    'Takes part in a service from now on, and says what it shares where there is an index.',
    'Macht von jetzt an bei einem Dienst mit und meldet einem Index, wenn es einen gibt, was es freigibt.',
  ],
  [
    'No longer takes part in a service, and tells its index so.',
    'Macht bei einem Dienst nicht mehr mit und sagt das dem Index.',
  ],
  [
    'Lets the application find something and get it, the way its service does that.',
    'Lässt die Anwendung etwas suchen und holen, so wie ihr Dienst das tut.',
  ],
  [
    'Lets the application find out who has something, without getting it.',
    'Lässt die Anwendung herausfinden, wer etwas hat, ohne es zu holen.',
  ],
  [
    'Lets the application announce something that others may want.',
    'Lässt die Anwendung etwas bekannt machen, das andere vielleicht wollen.',
  ],
  [
    'Says something to everybody else who joined the service.',
    'Sagt allen anderen etwas, die bei dem Dienst mitmachen.',
  ],
];

const hosts: readonly Template[] = [
  [
    'The software on this host: a service and what it runs of it. Only software can ask or answer.',
    'Die Software auf diesem Host: ein Dienst und was der Host davon hat. Nur Software kann fragen oder antworten.',
  ],
  ['What this host holds at the start, and how large it is.', 'Was dieser Host am Anfang hat und wie groß es ist.'],
  [
    'The service that something is shared in. Needed only where several are possible.',
    'Der Dienst, in dem etwas freigegeben wird. Nur nötig, wo mehrere möglich sind.',
  ],
  ['What an index knows at the start: who has what.', 'Was ein Index am Anfang weiß: wer was hat.'],
  [
    'How fast this host can send. No limit if left out.',
    'Wie schnell dieser Host senden kann. Ohne Angabe unbegrenzt.',
  ],
  [
    'How fast this host can receive. No limit if left out.',
    'Wie schnell dieser Host empfangen kann. Ohne Angabe unbegrenzt.',
  ],
  [
    'The place in the diagram: how far to the right, how far down.',
    'Der Platz im Bild: wie weit rechts, wie weit unten.',
  ],
  ['A remark about this host.', 'Eine Bemerkung zu diesem Host.'],
  ['The hosts that have it, as far as the index knows.', 'Die Hosts, die es haben, soweit der Index weiß.'],
  ['Only asks.', 'Fragt nur.'],
  ['Only answers, or sends of its own accord.', 'Antwortet nur oder sendet von sich aus.'],
  ['Asks in some requests and answers in others.', 'Fragt in manchen Anfragen und antwortet in anderen.'],
  ['Software that asks, such as a browser.', 'Software, die fragt, zum Beispiel ein Browser.'],
  ['Software that waits to be asked, and answers.', 'Software, die auf Fragen wartet und antwortet.'],
  [
    'Both at once: a user interface that asks, and a background service that answers.',
    'Beides zugleich: eine Benutzeroberfläche, die fragt, und ein Dienst im Hintergrund, der antwortet.',
  ],
  [
    'Answers one question: who has it? The thing itself comes from a peer.',
    'Beantwortet eine Frage: Wer hat es? Die Datei selbst kommt von einem Peer.',
  ],
  ['Knows who takes part, so that peers find each other.', 'Weiß, wer mitmacht, damit Peers einander finden.'],
  [
    'Keeps copies close to the clients, and asks the origin for what it lacks.',
    'Hat Kopien nahe bei den Clients und fragt den Ursprung (origin) nach dem, was fehlt.',
  ],
  [
    'Has the original of everything that the edges keep copies of.',
    'Hat das Original von allem, wovon die „edge“-Server Kopien haben.',
  ],
];

const services: readonly Template[] = [
  [
    'The pattern that the service follows: who asks whom, and how things are found.',
    'Das Muster des Dienstes: wer wen fragt und wie etwas gefunden wird.',
  ],
  [
    'Clients ask, a server answers: web, mail, Netflix, databases.',
    'Clients fragen, ein Server antwortet: Web, E-Mail, Netflix, Datenbanken.',
  ],
  [
    'An index server says who has it, and peers send it to each other directly: Napster, Direct Connect.',
    'Ein Indexserver sagt, wer es hat, und Peers senden es einander direkt: Napster, Direct Connect.',
  ],
  [
    'Peers ask their neighbours, and these ask theirs, a few steps far: Gnutella.',
    'Peers fragen ihre Nachbarn und diese wieder ihre, einige Schritte weit: Gnutella.',
  ],
  [
    'Peers trade the pieces of a file, and a tracker introduces them to each other: BitTorrent.',
    'Peers tauschen die Teile einer Datei, und ein Tracker macht sie miteinander bekannt: BitTorrent.',
  ],
  [
    'Peers share out the index among themselves, so that nobody is the centre: IPFS, Kademlia.',
    'Peers teilen den Index unter sich auf, sodass es keine Mitte gibt: IPFS, Kademlia.',
  ],
  [
    'Everybody tells the neighbours what is new, and so it spreads: Bitcoin.',
    'Alle erzählen ihren Nachbarn, was neu ist, und so verbreitet es sich: Bitcoin.',
  ],
  [
    'Clients send to a server, which passes it on to everybody else who joined: chat, online games.',
    'Clients senden an einen Server, und der leitet es an alle anderen weiter, die mitmachen: Chat, Onlinespiele.',
  ],
  [
    'A server introduces the callers, then each sends to each directly: WebRTC calls.',
    'Ein Server macht die Anrufenden miteinander bekannt, dann sendet jeder direkt an jeden: WebRTC.',
  ],
  [
    'In a call each sends once, to a server that passes it on to all others: Zoom, Meet.',
    'In einem Anruf sendet jeder einmal, an einen Server, der es an alle anderen weiterleitet: Zoom, Meet.',
  ],
  [
    'Servers close to the clients keep copies of what the origin has: content delivery networks.',
    'Server nahe bei den Clients haben Kopien von dem, was der Ursprung hat: Content Delivery Networks.',
  ],
  [
    'How many hops a question travels before it is dropped. 7 if left out.',
    'Wie viele Hops weit eine Frage kommt, bevor sie verworfen wird. Ohne Angabe 7.',
  ],
  [
    'How many pieces a file is cut into. 100 if left out.',
    'In wie viele Teile eine Datei zerlegt wird. Ohne Angabe 100.',
  ],
  [
    'How many others a peer sends to at a time. 4 if left out.',
    'An wie viele andere ein Peer zugleich sendet. Ohne Angabe 4.',
  ],
  [
    'How many peers of each distance a peer remembers. 8 if left out.',
    'Wie viele Peers je Entfernung sich ein Peer merkt. Ohne Angabe 8.',
  ],
  ['How many peers are asked at a time. 3 if left out.', 'Wie viele Peers zugleich gefragt werden. Ohne Angabe 3.'],
  ['Under this scenario, how fast the host can send.', 'Wie schnell der Host in diesem Szenario senden kann.'],
  ['Under this scenario, how fast the host can receive.', 'Wie schnell der Host in diesem Szenario empfangen kann.'],
];

const links: readonly Template[] = [
  ['A cable between each on the left and each on the right.', 'Ein Kabel zwischen jedem links und jedem rechts.'],
  [
    'Neighbours in an application: who knows whom. It is no cable.',
    'Nachbarn in einer Anwendung: wer wen kennt. Das ist kein Kabel.',
  ],
  ['Links these hosts to each other, in a shape.', 'Verbindet diese Hosts miteinander, in einer Form.'],
  [
    'How much gets lost on the way. What is lost fails after 3 s.',
    'Wie viel unterwegs verloren geht. Was verloren geht, scheitert nach 3 s.',
  ],
  ['Each is linked to the next.', 'Jeder ist mit dem nächsten verbunden.'],
  [
    'Each is linked to the next, and the last to the first.',
    'Jeder ist mit dem nächsten verbunden und der letzte mit dem ersten.',
  ],
  ['All are linked to the first.', 'Alle sind mit dem ersten verbunden.'],
  ['Each is linked to every other.', 'Jeder ist mit jedem anderen verbunden.'],
  [
    'Rows and columns: each is linked to those beside, above and below it.',
    'Zeilen und Spalten: Jeder ist mit denen daneben, darüber und darunter verbunden.',
  ],
  [
    'The first is on top, and each is linked to so many below it.',
    'Der erste steht oben, und jeder ist mit so vielen darunter verbunden.',
  ],
  [
    'Each is linked to about so many others, picked by chance, the same every time.',
    'Jeder ist mit etwa so vielen anderen verbunden, zufällig gewählt, aber jedes Mal gleich.',
  ],
];

const expectations: readonly Template[] = [
  [
    'The host takes exactly this role, or the file has this architecture.',
    'Der Host hat genau diese Rolle, oder die Datei hat diese Architektur.',
  ],
  ['Whoever looks it up is told of these hosts.', 'Wer danach sucht, erfährt von diesen Hosts.'],
  ['Nobody is known to have it.', 'Von niemandem ist bekannt, es zu haben.'],
  [
    'Who serves whom, over all flows: client-server, peer-to-peer or hybrid.',
    'Wer wen bedient, über alle Abläufe: client-server, peer-to-peer oder hybrid.',
  ],
  ['The flow runs to its end.', 'Der Ablauf kommt bis zu seinem Ende.'],
  ['The flow does not get to its end.', 'Der Ablauf kommt nicht bis zu seinem Ende.'],
  ['How long the flow lasts.', 'Wie lange der Ablauf dauert.'],
  [
    'How many messages the flow takes, answers included.',
    'Wie viele Nachrichten der Ablauf braucht, mit den Antworten.',
  ],
  ['How much data the host sends in the flow.', 'Wie viele Daten der Host im Ablauf sendet.'],
  ['How much data the host receives in the flow.', 'Wie viele Daten der Host im Ablauf empfängt.'],
  [
    'Nothing that is shared passes through this host: it only points the way.',
    'Nichts, was freigegeben ist, läuft über diesen Host: Er zeigt nur den Weg.',
  ],
  ['The flow fails when this host is offline.', 'Der Ablauf scheitert, wenn dieser Host offline ist.'],
  [
    'The flow succeeds even if this host is offline, or any one of them.',
    'Der Ablauf gelingt, auch wenn dieser Host offline ist oder irgendeiner davon.',
  ],
  ['The service that is meant, or the host that is lost.', 'Der Dienst, der gemeint ist, oder der Host, der ausfällt.'],
  [
    'The flow that is meant. All flows together if left out.',
    'Der Ablauf, der gemeint ist. Ohne Angabe alle Abläufe zusammen.',
  ],
  ['The scenario that the flow runs under.', 'Das Szenario, in dem der Ablauf ausgeführt wird.'],
  [
    'What you say to whoever does not meet it yet. It stands beside what was found.',
    'Was du allen sagst, bei denen es noch nicht stimmt. Es steht neben dem, was gefunden wurde.',
  ],
  ['Who asks in the next message.', 'Wer in der nächsten Nachricht fragt.'],
  ['Who answers in the next message.', 'Wer auf die nächste Nachricht antwortet.'],
  ['Which message comes next.', 'Welche Nachricht als nächste kommt.'],
  ['What the answer to the next message is.', 'Was die Antwort auf die nächste Nachricht ist.'],
  ['How the next message ends.', 'Wie die nächste Nachricht ausgeht.'],
  ['Less than.', 'Weniger als.'],
  ['At most.', 'Höchstens.'],
  ['Exactly.', 'Genau.'],
  ['At least.', 'Mindestens.'],
  ['More than.', 'Mehr als.'],
  ['Everything comes from hosts that never ask.', 'Alles kommt von Hosts, die nie fragen.'],
  [
    'Hosts that ask also serve, and nobody else is asked.',
    'Hosts, die fragen, bedienen auch andere, und sonst wird niemand gefragt.',
  ],
  [
    'Peers serve each other, but a central host shows the way.',
    'Peers bedienen einander, aber ein zentraler Host zeigt den Weg.',
  ],
];

export const meanings: readonly Template[] = [
  ...statements,
  ...steps,
  ...hosts,
  ...services,
  ...links,
  ...expectations,
];
