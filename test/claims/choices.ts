/** When to choose which, and what is often mistaken: each answered by a run of an example. */
import type { Chapter } from './statement';

export const choices: Chapter = {
  title: 'Choices and mistakes',
  statements: [
    {
      text: 'When to choose which: security, cost, resilience, control, large files.',
      shown: [
        {
          example: 'small-office',
          flow: 'Server: a name for every question',
          look: 'Security speaks for a server: it knows who asks.',
          expect: 'architecture is client-server in "Server: a name for every question"',
        },
        {
          example: 'game-update',
          flow: '20 players, a swarm',
          look: 'Cost speaks for peers: the publisher sends less than a fifth.',
          figure: { sentBy: 'publisher' },
          of: { flow: '20 players, a swarm' },
          against: { flow: '20 players, one server' },
          is: ['<', 0.2],
        },
        {
          example: 'bitcoin',
          flow: 'Milo finds the next one',
          look: 'Resilience speaks for peers: any node may be missing.',
          expect: '"Milo finds the next one" survives loss of mara',
        },
        {
          example: 'online-game',
          flow: 'Play through a server',
          look: 'Control speaks for a server: it decides what happened in the game.',
          expect: 'architecture is client-server of arena',
        },
        {
          example: 'bittorrent',
          flow: 'A swarm of four',
          look: 'Large files that many want speak for peers: pieces come from several at once.',
          expect: 'seed uploads < 40MB in "A swarm of four"',
        },
      ],
    },
    {
      text: 'Common mistakes, each answered by a run.',
      shown: [
        {
          example: 'chat-room',
          flow: 'One Hello',
          look: '“A WebSocket is peer-to-peer.” No: every message goes to the server, or comes from it.',
          expect: 'architecture is client-server',
        },
        {
          example: 'webrtc-call',
          flow: 'Yara calls Zoe',
          look: '“Peer-to-peer means without the internet.” No: peers need the internet to reach each other.',
          expect: '"Yara calls Zoe" fails when "the internet is down"',
        },
        {
          example: 'microservices',
          flow: 'Buy a book',
          look: '“Microservices are peer-to-peer.” No: in each call one asks and the other answers, and nobody is asked back.',
          expect: 'architecture is client-server of orders',
        },
        {
          example: 'lone-seed',
          flow: 'From the swarm',
          look: '“Peer-to-peer is always better.” No: one slow seed is slower than a server.',
          figure: 'time',
          of: { flow: 'From the swarm' },
          against: { flow: 'From the library' },
          is: ['>', 5],
        },
        {
          example: 'online-game',
          flow: 'Play through a server',
          look: '“Real time needs peer-to-peer.” No: a move reaches the others in less than a tenth of a second.',
          expect: '"Play through a server" takes < 100ms',
        },
      ],
    },
  ],
};
