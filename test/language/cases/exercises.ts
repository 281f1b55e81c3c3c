// Cases of exercises and questions: what stands in them, what is checked, and what is worth how much.

import type { Case } from './case';

/** Behind a flow in which alice asks bob. */
function behindFlow(text: string): string {
  return `
      host alice, bob
      flow "Greet" {
        alice -> bob : "hello"
      }${text}`;
}

export const exerciseCases: readonly Case[] = [
  {
    code: 'empty-exercise',
    reports: 'an exercise that expects nothing',
    wrong: behindFlow(`
      exercise "Who asks?" {
               ^^^^^^^^^^^ empty-exercise Nothing is checked in “Who asks?” yet
        task "Let alice ask."
        hint "An arrow points to the one who answers."
      }`),
    accepts: 'one that expects something, with all that an exercise can have',
    right: behindFlow(`
      exercise "Who asks?" {
        task "Let alice ask."
        task "Bob answers."
        hint "An arrow points to the one who answers."
        points 0 expect alice is client otherwise "Has alice asked anybody?"
        points 1000 expect bob is server in "Greet"
      expect "Greet" succeeds
      }`),
  },
  {
    code: 'duplicate-name',
    reports: 'two exercises with one name',
    wrong: behindFlow(`
      exercise "Roles" {
        expect alice is client
      }
      exercise "Roles" {
               ^^^^^^^ duplicate-name There is an exercise “Roles” already
        expect bob is server
      }`),
    accepts: 'an exercise with the name of a flow',
    right: behindFlow(`
      exercise "Greet" {
        expect alice is client
      }`),
  },
  {
    code: 'bad-quantity',
    reports: 'more points than there can be',
    wrong: behindFlow(`
      exercise "Roles" {
        points 1001 expect alice is client
               ^^^^ bad-quantity At most 1,000 points
      }`),
    accepts: 'as many points as there can be',
    right: behindFlow(`
      exercise "Roles" {
        points 1000 expect alice is client
      }`),
  },
  {
    code: 'unexpected-token',
    reports: 'points outside of exercises',
    wrong: behindFlow(`
      points 2 expect alice is client
      ^^^^^^^^ unexpected-token Points are given in an exercise`),
    accepts: 'an expectation outside of exercises',
    right: behindFlow(`
      expect alice is client otherwise "Has alice asked anybody?"`),
  },
  {
    code: 'unexpected-token',
    reports: 'hints and tasks outside of exercises, and a question outside of flows',
    wrong: behindFlow(`
      hint "Look at the arrow."
      ^^^^^^^^^^^^^^^^^^^^^^^^^ unexpected-token “hint” stands in an exercise
      host carol
      ask "Who is carol?"
      ^^^^^^^^^^^^^^^^^^^ unexpected-token “ask” stands in a flow`),
    accepts: 'hosts, services and resources that are called as these words are, where they are only spoken of',
    right: `
      service tasks
      host asks runs tasks client
      host pointsman runs tasks server
      flow "Greet" {
        asks -> pointsman : "points"
      }`,
  },
  {
    code: 'unexpected-token',
    reports: 'a step in an exercise',
    wrong: behindFlow(`
      exercise "Roles" {
        expect alice is client
        alice -> bob : "hello"
        ^^^^^^^^^^^^^^^^^^^^^^ unexpected-token What happens stands in a flow
      }`),
    accepts: 'a question in a block within a flow',
    right: `
      host alice, bob
      flow "Greet" {
        ask "Who answers?" server
        ask "Why?"
        repeat 2 {
          ask "How does it end?" outcome
          alice -> bob : "hello"
        }
      }`,
  },
  {
    code: 'unclosed-block',
    reports: 'an exercise that is not closed',
    wrong: behindFlow(`
      exercise "Roles" {
                       ^ unclosed-block
        expect alice is client
      host carol`),
    accepts: 'one that is closed',
    right: behindFlow(`
      exercise "Roles" {
        expect alice is client
      }
      host carol`),
  },
  {
    code: 'unclosed-block',
    reports: 'an exercise without braces',
    wrong: behindFlow(`
      exercise "Roles"
      ^^^^^^^^^^^^^^^^ unclosed-block put { at the end of this line
        expect alice is client`),
    accepts: 'one with braces',
    right: behindFlow(`
      exercise "Roles" {
        expect alice is client
      }`),
  },
  {
    code: 'question-without-step',
    reports: 'a question at the end of a block, where no step follows it',
    wrong: `
      host alice, bob
      flow "Greet" {
        together {
          alice -> bob : "hello"
          ask "Who answers?" server // nobody
          ^^^^^^^^^^^^^^^^^^^^^^^^^ question-without-step
        }
        alice -> bob : "hello"
      }`,
    accepts: 'a question in front of a step',
    right: `
      host alice, bob
      flow "Greet" {
        together {
          ask "Who answers?" server
          alice -> bob : "hello"
        }
      }`,
  },
];
