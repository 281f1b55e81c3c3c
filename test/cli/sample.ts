/** A small file in which all is well, and one with an error, a warning and an expectation that fails. */
export const sharing = `topology "Hybrid"
service music uses index
host napster : server runs music index
host alice : client runs music peer
host bob : both runs music peer shares "song.mp3" 4MB
switch lan
link napster, alice, bob -- lan 100Mbps 2ms
flow "Find and fetch" {
  bob   -> napster : register "song.mp3"
  alice -> napster : lookup "song.mp3"
  alice -> bob     : get "song.mp3"
}
flow "Bob has gone" {
  bob   -> napster : register "song.mp3"
  offline bob
}
scenario "index is down" {
  offline napster
}
expect alice is client in "Find and fetch"
expect architecture is hybrid
`;

export const mistaken = `host alice : client
host bob : both
flow "Hello" {
\talice -> bbo : "hi"
  alice -> bob : "hi"
}
expect alice is server
`;

export const warned = `host alice : client
host bob : both
flow "Hello" {
  alice -> bob : "hi"
}
`;
