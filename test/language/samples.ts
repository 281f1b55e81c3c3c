// Realistic files for the tests that change files at random: together they hold every construct of the language.

export const hybridMusic = `topology "Hybrid music sharing"

service music uses index                  // an index server says where; peers transfer directly

switch lan
host napster : server runs music index
host alice   : client runs music peer
host bob     : both   runs music peer shares "song.mp3" 4MB
host carol {
  runs   music peer, web client
  shares "talk.ogg" 12MB
  up 1Mbps down 8Mbps
}
link napster, alice, bob, carol -- lan 100Mbps 2ms

flow "Find and fetch" {
  note "Bob tells the index what he shares; the file itself stays with him."
  bob   -> napster : register "song.mp3"
  alice -> napster : lookup "song.mp3"
  alice -> bob     : get "song.mp3"
}

flow "Let the application do it" {
  ask "What does Bob tell the index?" next
  ask "Why does he tell anybody?"
  bob joins music
  alice fetches "song.mp3"
}

scenario "index is down" {
  offline napster
}

expect alice is client in "Find and fetch"
expect bob is both                        // he asks the index, and he serves alice
expect lookup "song.mp3" finds bob
expect architecture is hybrid
expect "Let the application do it" fails when "index is down" otherwise "Who else could Alice ask?"

exercise "Who asks, who serves?" {
  task "Let Alice fetch the song from Bob; the index only says where it is."
  task "Then stop the index."
  hint "A lookup is a request as well: who asks, who answers?"
  points 2 expect alice is client in "Find and fetch"
  points 3 expect lookup "song.mp3" finds bob otherwise "Has Bob registered his song?"
  // the rest counts one each
  expect napster carries no data in "Find and fetch"
}
`;

export const webShop = `// A shop: browsers, a web server that asks its database, a cache at the edge.
topology "Shop"
service web uses request
service cdn uses cache
service sql uses request

router home, office at (10, -20.5)
cloud internet
host browser[3] : client runs web client, cdn client down 50Mbps up 10Mbps
host web : server {
  runs web server, sql client
  note "Asks the database before it answers."
}
host db : server runs sql server
host edge runs cdn edge
host origin runs cdn origin shares "logo.png" 30kB in cdn at (300, 40)
link browser -- home 100Mbps 2ms
link home, office -- internet 1Gbps 10ms loss 0.1%
link web, db, edge, origin -- office

flow "Look" {
  ask "Who answers?" server
  browser[1] -> web : "GET /users" replies "200 OK" 14kB {
    web -> db : "SELECT * FROM users" 200B takes 20ms replies "3 rows" 1KiB
  } otherwise {
    note "No answer."
    browser[1] -> web : "GET /users again" over web
  }
  together {
    browser[2..3] fetch "logo.png" over cdn
    repeat 2 {
      browser[*] -> web : put "cart" 2kB
      wait 1min
    }
  }
  cut home -- internet
  browser[1] -> web : login "jo"
  restore home -- internet
  offline db
  online db
  web ~> browser : "news" 1MB over web
}

scenario "slow" {
  set browser[1] up 10kbps
  set web up 1Mbps
  cut web -- office
}

exercise "The shop" {
  points 10 expect "Look" needs db otherwise "It does not need the cache."
}
expect web is both of web in "Look" when "slow"
expect "Look" succeeds
expect "Look" takes < 2min when "slow"
expect "Look" sends >= 3 messages
expect browser[1] downloads > 1kB in "Look"
expect "Look" needs db
expect "Look" survives loss of any host
expect edge carries no data in "Look"
`;

export const overlays = `topology "Overlays"
service gnutella uses flooding ttl 4
service torrent uses swarm pieces 20 slots 3
service ipfs uses dht bucket 4 parallel 2
service coin uses gossip
service chat uses relay
service meet uses sfu
service phone uses mesh

host peer[8] runs gnutella peer, torrent peer, ipfs peer, coin peer
host tracker runs torrent tracker lists "film.mkv" at peer[1..2]
host seed runs torrent peer, coin peer shares "film.mkv" 700MiB in torrent
host studio : server runs chat server, meet server, phone server
host guest[4] runs chat client, meet client, phone peer
switch lan
link peer, tracker, seed, studio, guest -- lan
link peer over gnutella as random 3
link peer over ipfs as ring
link peer[1..4], seed over coin as mesh
link guest over phone as tree 2

flow "Search" {
  peer[1] searches "film.mkv" over gnutella
  peer[2] fetches "film.mkv" over torrent
  seed publishes "block" over coin
}

flow "Talk" {
  guest join chat
  guest[1] sends "Hello, 日本 👋" over chat
  call guest over meet
  call guest[1], guest[2] over phone
  guest leave chat
}

scenario "less" {
  set gnutella ttl 1
  set torrent pieces 2
  offline peer[1..3], tracker
}

expect lookup "film.mkv" finds nothing
expect lookup "film.mkv" finds seed, peer[1] in "Search" when "less"
expect architecture is peer-to-peer of gnutella
`;

export const samples: readonly string[] = [hybridMusic, webShop, overlays];
