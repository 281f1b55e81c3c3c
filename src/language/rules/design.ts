/** Hints about networks that work, but not as well as they could. */
import type { Rules } from './rule';

type Code = 'single-point-of-failure' | 'serves-while-busy';

export const designRules: Rules<Code> = {
  'single-point-of-failure': {
    title: 'Everything depends on one host',
    explanation:
      'If this server fails, nobody is served: every flow of the file was run without it, and each failed. That is the price of a central ' +
      'server, and it may be the right one. Let a second host answer, too, or write an `expect … needs` or a scenario about the loss: ' +
      'that tells the reader that you know.',
    wrong: `
      host web
           ^^^ single-point-of-failure
      host alice, bob
      flow "Alice reads" {
        alice -> web : "GET /"
      }
      flow "Bob reads" {
        bob -> web : "GET /"
      }`,
    right: `
      host web
      host alice, bob
      flow "Alice reads" {
        alice -> web : "GET /"
      }
      flow "Bob reads" {
        bob -> web : "GET /"
      }
      expect "Alice reads" needs web`,
  },
  'serves-while-busy': {
    title: 'It serves others while its user works',
    explanation:
      'A host that sends something for itself and for others at the same time has one line for both, so its own work takes longer. With ' +
      'a few requests nobody minds. Where there are many, a dedicated server, which nobody works at, does the serving.',
    wrong: `
      host anna shares "film.mp4" 20MB
      host ben, clara
      switch lan
      link anna, ben, clara -- lan 10Mbps
      flow "Both at once" {
        together {
          ben -> anna : get "film.mp4"
          anna -> clara : put "photos.zip" 10MB
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serves-while-busy
        }
      }`,
    right: `
      host anna
      host box shares "film.mp4" 20MB
      host ben, clara
      switch lan
      link anna, box, ben, clara -- lan 10Mbps
      flow "Both at once" {
        together {
          ben -> box : get "film.mp4"
          anna -> clara : put "photos.zip" 10MB
        }
      }`,
  },
};
