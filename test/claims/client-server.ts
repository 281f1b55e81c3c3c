/** What the subject says of client and server, and where the examples show it. */
import type { Chapter } from './statement';

export const clientServer: Chapter = {
  title: 'Client and server',
  statements: [
    {
      text: 'A client requests, a server responds; the request comes first.',
      shown: [
        {
          example: 'web-page',
          flow: 'Open the list of users',
          look: 'Each answer follows a request. Nothing is sent to a browser that did not ask.',
          expect: 'browser is client',
        },
        {
          example: 'exercise-first-steps',
          flow: 'Open a page',
          look: 'The first exercise. Delete the line of the flow, and write it again: its points come back.',
          expect: 'web is server in "Open a page"',
        },
      ],
    },
    {
      text: 'One host may be client, server, or both; the software that is installed decides.',
      shown: [
        {
          example: 'web-page',
          flow: 'Open the list of users',
          look: 'The web server answers the browser and asks the database, in one and the same request.',
          expect: 'web is both in "Open the list of users"',
        },
        {
          example: 'web-page',
          look: 'Take the server software off the web server, and it can answer nobody.',
          change: 'runs web server, sql client',
          to: 'runs sql client',
          reports: 'missing-server-software',
        },
      ],
    },
    {
      text: 'The server answers with one or more streams of data.',
      shown: [
        {
          example: 'video-streaming',
          flow: 'Watch a film',
          look: 'One request, and three streams: picture, sound and subtitles.',
          expect: 'viewer[1] downloads >= 22MB in "Watch a film"',
        },
      ],
    },
    {
      text: 'The exchange may need user authentication and the naming of a file.',
      shown: [
        {
          example: 'email',
          flow: 'Send and read a letter',
          look: 'Bob logs in, and then names the letter that he wants.',
          expect: '"Send and read a letter" succeeds',
        },
        {
          example: 'rest-api',
          flow: 'Write milk on the list',
          look: 'The phone logs in first. Each request then says which list it means.',
          expect: '"Write milk on the list" sends = 10 messages',
        },
      ],
    },
    {
      text: 'From client to server is an upload, from server to client a download.',
      shown: [
        {
          example: 'web-page',
          flow: 'Upload a photo',
          look: 'The photo goes up with put, and comes down again with get.',
          expect: 'browser uploads >= 3MB in "Upload a photo"',
        },
      ],
    },
    {
      text: 'Browser and web server, mail client and mail server: each is a pair of applications.',
      shown: [
        {
          example: 'home-server',
          flow: 'One computer, many clients',
          look: 'The laptop runs three kinds of client software, and each asks its own kind of server software.',
          expect: 'tower is server of mail',
        },
        {
          example: 'many-clients',
          look: 'Take the mail client off the laptop. A browser and a mail server are no pair.',
          change: 'runs   mail client, web client',
          to: 'runs   web client',
          reports: 'missing-client-software',
        },
      ],
    },
    {
      text: 'The e-mail client asks the server of the Internet service provider (ISP) for unread mail.',
      shown: [
        {
          example: 'email',
          flow: 'Send and read a letter',
          look: 'The letter waits at the provider. Bob’s client asks for it; the server never calls him.',
          expect: '"Send and read a letter" needs isp',
        },
      ],
    },
    {
      text: 'One server serves many clients at once.',
      shown: [
        {
          example: 'home-server',
          flow: 'Everybody asks at once',
          look: 'Three clients ask at the same time, and all of them are served.',
          expect: '"Everybody asks at once" succeeds',
        },
        {
          example: 'video-streaming',
          flow: 'Eight viewers',
          look: 'Eight films leave the server at the same time. They share its line, so each takes twice as long as one alone.',
          figure: 'time',
          of: { flow: 'Eight viewers' },
          against: { flow: 'One viewer' },
          is: ['>=', 1.9],
        },
      ],
    },
    {
      text: 'One computer runs many kinds of server software: file, web and mail server.',
      shown: [
        {
          example: 'home-server',
          flow: 'Everybody asks at once',
          look: '“Server” is not a kind of machine: the tower is three servers in one.',
          expect: 'tower is server',
        },
      ],
    },
    {
      text: 'One computer runs many clients and talks to many servers at once.',
      shown: [
        {
          example: 'many-clients',
          flow: 'Five windows are open',
          look: 'The laptop asks five servers at the same time.',
          expect: '"Five windows are open" takes < 5s',
        },
      ],
    },
    {
      text: 'There must be client software for every service required.',
      shown: [
        {
          example: 'many-clients',
          look: 'Take one of the five clients off the laptop: the step that needs it is underlined.',
          change: 'music client, ',
          to: '',
          reports: 'missing-client-software',
        },
      ],
    },
    {
      text: 'A web request takes seven steps: click, DNS, TCP, HTTP request, processing with a database, response, rendering.',
      shown: [
        {
          example: 'web-request',
          flow: 'Open school.example',
          look: 'The notes count the seven steps. Run it with DNS down, and see at which step it ends.',
          expect: '"Open school.example" fails when "DNS is down"',
        },
        {
          example: 'web-request',
          flow: 'Open it again',
          look: 'Address and connection are known, so it is faster.',
          figure: 'time',
          of: { flow: 'Open school.example' },
          against: { flow: 'Open it again' },
          is: ['>', 1.5],
        },
      ],
    },
    {
      text: 'If the server goes down, nobody is served: it is a single point of failure.',
      shown: [
        {
          example: 'video-streaming',
          flow: 'The server goes down',
          look: 'It fails in the middle of the film, and no viewer can help another.',
          expect: '"Eight viewers" fails when "the server is down"',
        },
        {
          example: 'home-server',
          look: 'Somebody trips over the plug of the computer that runs three servers.',
          expect: '"Everybody asks at once" fails when "somebody trips over the plug"',
        },
      ],
    },
    {
      text: 'A chat through a WebSocket is client-server: the server pushes to the others. With 1,000 users, one “Hello” is pushed 999 times.',
      shown: [
        {
          example: 'chat-room',
          flow: 'One Hello',
          look: 'One request, its answer, and 999 messages from the server.',
          expect: '"One Hello" sends = 1001 messages',
        },
      ],
    },
    {
      text: 'A messenger’s presence goes through the server.',
      shown: [
        {
          example: 'messenger',
          flow: 'Anna writes to her group',
          look: '“online” and “typing” are two messages of their own. Like the text, each goes to the server, and from there to the others.',
          expect: '"Anna writes to her group" sends = 26 messages',
        },
      ],
    },
    {
      text: 'Microservices still follow client-server.',
      shown: [
        {
          example: 'microservices',
          flow: 'Buy a book',
          look: 'The gateway and the orders service are both, but they ask only in order to answer.',
          expect: 'architecture is client-server',
        },
      ],
    },
  ],
};
