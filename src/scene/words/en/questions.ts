/** What a learner is asked about the next step, before it is shown. */

export const questions = {
  client: 'Who is the client?',
  server: 'Who is the server?',
  next: 'Where does the message go?',
  answer: (server: string) => `What does ${server} answer?`,
  outcome: 'Does it work?',
  works: 'Yes, it works.',
  fails: 'No, it fails.',
  /** Of a message, without saying who is at its other end. */
  sends: (sender: string, label: string) => `${sender} sends: ${label}.`,
  receives: (receiver: string, label: string) => `${receiver} receives: ${label}.`,
};
