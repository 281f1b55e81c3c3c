/** What the subject says of peer-to-peer applications and of hybrids, and where the examples show it. */
import type { Chapter } from './statement';

export const peerApplications: Chapter = {
  title: 'Peer-to-peer applications and hybrids',
  statements: [
    {
      text: 'Every client is a server within the same communication.',
      shown: [
        {
          example: 'direct-connect',
          flow: 'All take and all give',
          look: 'Mia takes from Noah, Noah from Olga, and Olga from Mia, at the same time.',
          expect: 'noah is both of dc in "All take and all give"',
        },
      ],
    },
    {
      text: 'Each device needs a user interface and a background service.',
      shown: [
        {
          example: 'hybrid-music',
          look: 'Let Bob run half of the application only, the client.',
          change: 'host bob     : both   runs music peer',
          to: 'host bob     : both   runs music client',
          reports: 'peer-needs-both',
        },
      ],
    },
    {
      text: 'Both clients send and receive simultaneously.',
      shown: [
        {
          example: 'webrtc-call',
          flow: 'Yara calls Zoe',
          look: 'Two streams at the same time, one in each direction.',
          expect: 'yara is both',
        },
        {
          example: 'online-game',
          flow: 'Log in and play directly',
          look: 'Each player tells the others, and is told by them.',
          expect: 'kai is both of play',
        },
      ],
    },
    {
      text: 'Hybrid: sharing is decentralised, the index is central. A peer asks the index server where something is, then goes to that peer.',
      shown: [
        {
          example: 'hybrid-music',
          flow: 'Find and fetch',
          look: 'Napster answers where the song is, and never touches it.',
          expect: 'napster carries no data',
        },
        {
          example: 'hybrid-music',
          look: 'Without the index nothing is found.',
          expect: '"Find and fetch" fails when "the index is down"',
        },
      ],
    },
    {
      text: 'Central infrastructure may do login, accounts, directories and the coordination of sessions.',
      shown: [
        {
          example: 'video-meeting',
          flow: 'Log in, find Ivo, call',
          look: 'Login and directory are one server, signalling is another.',
          expect: 'architecture is client-server of account',
        },
        {
          example: 'team-chat',
          flow: 'Two and two call each other',
          look: 'The gateway brings the callers together, and hears nothing of what they say.',
          expect: 'architecture is hybrid of direct',
        },
        {
          example: 'instant-messaging',
          flow: 'Say hello',
          look: 'The contact server says where Ben is.',
          expect: 'contacts carries no data',
        },
      ],
    },
    {
      text: 'Gnutella’s peers search on many peers, and whole files are shared.',
      shown: [
        {
          example: 'gnutella',
          flow: 'Search and fetch',
          look: 'The question spreads from neighbour to neighbour. The song comes whole, from one peer.',
          expect: 'lookup "song.mp3" finds gus in "Search and fetch"',
        },
        {
          example: 'gnutella',
          flow: 'Look for something rare',
          look: 'With a time to live of 2 the question ends before it reaches the one who has it.',
          expect: 'lookup "rare.mp3" finds nothing in "Look for something rare" when "TTL 2"',
        },
      ],
    },
    {
      text: 'BitTorrent: torrent file, tracker, pieces from many users at once, swarm, uploading, seeding.',
      shown: [
        {
          example: 'bittorrent',
          flow: 'A swarm of four',
          look: 'A website has the torrent file and the tracker says who is there. Then pieces come from everywhere, the rarest first.',
          expect: 'ann uploads > 1MB in "A swarm of four"',
        },
        {
          example: 'bittorrent',
          flow: 'Seeding',
          look: 'Who has everything goes on serving.',
          expect: '"Seeding" succeeds',
        },
        {
          example: 'bittorrent',
          look: 'Without its tracker this swarm does not come together: it is a hybrid.',
          expect: '"A swarm of four" fails when "the tracker is down"',
        },
      ],
    },
    {
      text: 'Direct Connect, eDonkey and Freenet are peer-to-peer networks.',
      shown: [
        {
          example: 'direct-connect',
          flow: 'Meet at the hub',
          look: 'A hub to meet at, and files from user to user.',
          expect: 'architecture is hybrid of dc',
        },
        {
          example: 'edonkey',
          flow: 'Find and fetch',
          look: 'Many index servers: one may be closed.',
          expect: '"Find and fetch" succeeds when "one server is closed"',
        },
        {
          example: 'freenet',
          flow: 'Find',
          look: 'No index at all: a few peers are asked, ever nearer to the key.',
          expect: 'architecture is peer-to-peer',
        },
      ],
    },
    {
      text: 'IPFS and Bitcoin: storage is distributed, every node has the ledger, and no single node matters.',
      shown: [
        {
          example: 'ipfs',
          flow: 'The readers keep it alive',
          look: 'Both authors are gone, and the page is still there.',
          expect: '"The readers keep it alive" succeeds',
        },
        {
          example: 'bitcoin',
          flow: 'Mara finds a block',
          look: 'Every node gets the whole block. With three nodes down it takes another way.',
          expect: 'node[10] downloads >= 1MB in "Mara finds a block" when "three nodes are down"',
        },
      ],
    },
    {
      text: 'WebRTC: the offers go through signalling, the media go directly.',
      shown: [
        {
          example: 'webrtc-call',
          flow: 'Yara calls Zoe',
          look: 'Offer and answer pass the server, the streams do not.',
          expect: 'signalling carries no data',
        },
      ],
    },
    {
      text: 'A meeting as in Zoom: login, finding users and signalling are central; a small call goes directly.',
      shown: [
        {
          example: 'video-meeting',
          flow: 'Log in, find Ivo, call',
          look: 'Three things are asked of servers, and then two people talk to each other.',
          expect: 'architecture is hybrid',
        },
        {
          example: 'video-meeting',
          flow: 'The servers go down during the call',
          look: 'Who talks goes on talking.',
          expect: '"The servers go down during the call" succeeds',
        },
      ],
    },
    {
      text: 'A mesh of 100 people needs 9,900 connections and each sends 99; with a server that passes the streams on (SFU), each sends one and receives 99.',
      shown: [
        {
          example: 'meeting',
          flow: 'Each to each',
          look: '100 people in a mesh: 9,900 streams …',
          figure: 'streams',
          of: { flow: 'Each to each' },
          is: ['=', 9900],
        },
        {
          example: 'meeting',
          look: '… of which each person sends 99.',
          figure: { streamsFrom: 'person[1]' },
          of: { flow: 'Each to each' },
          is: ['=', 99],
        },
        {
          example: 'meeting',
          flow: 'Through a server',
          look: 'The same 100 people with an SFU: each sends one …',
          figure: { streamsFrom: 'person[1]' },
          of: { flow: 'Through a server' },
          is: ['=', 1],
        },
        {
          example: 'meeting',
          look: '… and receives 99.',
          figure: { streamsTo: 'person[1]' },
          of: { flow: 'Through a server' },
          is: ['=', 99],
        },
      ],
    },
    {
      text: 'A CDN has an origin and edges. A game has a login server and moves from player to player. Phones are found through the cloud and exchange directly.',
      shown: [
        {
          example: 'cdn',
          flow: 'First Aiko, then Kenji',
          look: 'Two viewers in Tokyo, and the film crosses the ocean once.',
          expect: 'origin uploads = 50MB in "First Aiko, then Kenji"',
        },
        {
          example: 'online-game',
          flow: 'The lobby goes down during the game',
          look: 'The lobby is needed to begin, not to play.',
          expect: '"The lobby goes down during the game" succeeds',
        },
        {
          example: 'phone-sharing',
          flow: 'From phone to phone',
          look: 'The cloud learns names, the photo stays in the room.',
          expect: 'discovery carries no data',
        },
      ],
    },
    {
      text: 'An update of 100 GB for 10 million players is 1 exabyte: $50 million at $0.05 per GB from servers, 1 to 5 % of that with peers.',
      shown: [
        {
          example: 'game-update',
          flow: '20 players, one server',
          look: 'From a server every copy is paid for.',
          expect: 'publisher uploads = 2GB in "20 players, one server"',
        },
        {
          example: 'game-update',
          flow: '20 players, a swarm',
          look: 'In a swarm the publisher sends a few copies, whether there are 20 players or 200: with 200 that is less than 5 % of what the server would send.',
          figure: { sentBy: 'publisher' },
          of: { flow: '20 players, a swarm', members: { player: 200 } },
          against: { flow: '20 players, one server', members: { player: 200 } },
          is: ['<', 0.05],
        },
      ],
    },
  ],
};
