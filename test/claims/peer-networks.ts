/** What the subject says of peer-to-peer networks, and where the examples show it. */
import type { Chapter } from './statement';

export const peerNetworks: Chapter = {
  title: 'Peer-to-peer networks',
  statements: [
    {
      text: 'Two computers and a link make the simplest peer-to-peer network.',
      shown: [
        {
          example: 'two-computers',
          flow: 'Share files and a printer',
          look: 'One cable, no server, nothing in between.',
          expect: 'architecture is peer-to-peer',
        },
      ],
    },
    {
      text: 'More computers need a network device such as a switch.',
      shown: [
        {
          example: 'three-computers',
          flow: 'Ben and Anna only',
          look: 'All messages pass the switch. When it is off, nobody reaches anybody.',
          expect: '"Ben and Anna only" fails when "the switch is off"',
        },
        {
          example: 'three-computers',
          look: 'Link the three in a row instead: Clara cannot be reached any more, because computers do not pass on what others send.',
          change: 'link anna, ben, clara -- box 100Mbps 1ms',
          to: 'link anna, ben, clara as line',
          reports: 'hosts-do-not-forward',
        },
      ],
    },
    {
      text: 'Roles are set for each request: server in one transaction, client in another at the same time.',
      shown: [
        {
          example: 'two-computers',
          flow: 'Both at the same time',
          look: 'While Anna sends her essay she prints at Ben’s.',
          expect: 'anna is both',
        },
      ],
    },
    {
      text: 'Peer 1 shares files, peer 2 shares its printer; each uses what the other has.',
      shown: [
        {
          example: 'two-computers',
          flow: 'Share files and a printer',
          look: 'Anna is the server of the files, Ben the server of the printer.',
          expect: 'ben is server of printing',
        },
      ],
    },
    {
      text: 'A machine that serves others while its user works slows down.',
      shown: [
        {
          example: 'busy-peer',
          flow: 'Anna works and serves',
          look: 'Her own film shares the line with three copies of her photos.',
          figure: { timeFor: 'film.mp4' },
          of: { flow: 'Anna works and serves' },
          against: { flow: 'Anna works alone' },
          is: ['>', 1.5],
        },
      ],
    },
    {
      text: 'Heavy demand leads to dedicated servers.',
      shown: [
        {
          example: 'busy-peer',
          flow: 'Anna works, the box serves',
          look: 'The photos come from a computer that nobody works at, and Anna’s film is as fast as if she were alone.',
          figure: { timeFor: 'film.mp4' },
          of: { flow: 'Anna works, the box serves' },
          against: { flow: 'Anna works alone' },
          is: ['<', 1.05],
        },
        {
          example: 'busy-peer',
          look: 'Take away the lines that say how long Anna needs: the editor itself advises a dedicated server.',
          change: 'expect "Anna works',
          to: '// expect "Anna works',
          reports: 'serves-while-busy',
        },
      ],
    },
    {
      text: 'There is no central administration; it is less secure and does not scale. But it is easy and cheap, and enough for simple tasks.',
      shown: [
        {
          example: 'small-office',
          flow: 'Peers: log in everywhere',
          look: 'Without a server each computer has users of its own: twenty logins for five people, instead of five.',
          figure: 'messages',
          of: { flow: 'Peers: log in everywhere' },
          against: { flow: 'Server: log in once' },
          is: ['=', 4],
        },
        {
          example: 'small-office',
          look: 'With ten people it is nine times as many.',
          figure: 'messages',
          of: { flow: 'Peers: log in everywhere', members: { pc: 10 } },
          against: { flow: 'Server: log in once', members: { pc: 10 } },
          is: ['=', 9],
        },
        {
          example: 'small-office',
          flow: 'Peers: no questions asked',
          look: 'The easy way: no server, no passwords, and the salaries for everybody.',
          expect: '"Peers: no questions asked" succeeds',
        },
        {
          example: 'two-computers',
          look: 'A cable is all it takes to share a file and a printer.',
          expect: '"Both at the same time" succeeds',
        },
      ],
    },
    {
      text: 'If one peer goes offline, the others continue.',
      shown: [
        {
          example: 'three-computers',
          flow: 'Ben and Anna only',
          look: 'Clara goes home. Ben and Anna do not notice.',
          expect: '"Ben and Anna only" succeeds when "Clara goes home"',
        },
        {
          example: 'bittorrent',
          flow: 'A seed leaves in the middle',
          look: 'Ann serves three others, and leaves. They go on with each other and the first seed.',
          expect: '"A seed leaves in the middle" succeeds',
        },
      ],
    },
    {
      text: 'It scales by itself: more peers, more capacity.',
      shown: [
        {
          example: 'game-update',
          flow: '20 players, one server',
          look: 'Twice as many players take twice as long where one server sends everything …',
          figure: 'time',
          of: { flow: '20 players, one server' },
          against: { flow: '10 players, one server' },
          is: ['>', 1.9],
        },
        {
          example: 'game-update',
          flow: '20 players, a swarm',
          look: '… and hardly longer in a swarm, because each player brings an upload.',
          figure: 'time',
          of: { flow: '20 players, a swarm' },
          against: { flow: '10 players, a swarm' },
          is: ['<', 1.2],
        },
      ],
    },
  ],
};
