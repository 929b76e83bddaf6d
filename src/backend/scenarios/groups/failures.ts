/** What breaks between customer and backend once the customer is inside; how it fails at the door is in `entering.ts`. */
import type { ScenarioGroup } from '#backend/scenarios/groups/scenario-group.ts';

export const failures = {
  title: 'Failures',
  intro:
    'The network or the backend fails where it hurts. Failures are counted anew with every page load; where none is counted it lasts.',
  scenarios: [
    {
      name: 'content-fails',
      title: 'The first task cannot be loaded',
      description: 'Every request for the agreement is answered 500: try again, or go on to the papers without it.',
    },
    {
      name: 'content-fails-at-first',
      title: 'The first task loads at the second try',
      description: 'The first four requests for the questions are answered 500; “Try again” then shows them.',
    },
    {
      name: 'document-fails',
      title: 'The document itself cannot be loaded',
      description: 'The agreement is there, its PDF is not: every request for a file is answered 500.',
    },
    {
      name: 'sign-fails',
      title: 'Signing is answered 500',
      description: 'Once; nothing was signed, what was filled in stays, pressing again signs.',
    },
    {
      name: 'sign-answer-lost',
      title: 'The answer to signing is lost',
      description: 'It was signed, but the customer was never told: the room finds out and goes on.',
    },
    {
      name: 'sign-offline',
      title: 'Offline while signing',
      description: 'The network goes as Sign is pressed and comes back three seconds later.',
    },
    {
      name: 'papers-fail',
      title: 'Sending papers is answered 500',
      description: 'Once; the uploads are safe, pressing again sends them.',
    },
    {
      name: 'papers-answer-lost',
      title: 'The answer to sending papers is lost',
      description: 'They were sent, but the customer was never told: the room finds out and goes on.',
    },
    {
      name: 'papers-offline',
      title: 'Offline while sending papers',
      description: 'The network goes as Send is pressed and comes back three seconds later.',
    },
    {
      name: 'upload-breaks-off',
      title: 'Uploads break off',
      description:
        'The answers to the first two pieces of a file are lost: the upload asks how far it came and goes on from there.',
    },
    {
      name: 'answers-fail',
      title: 'Sending answers is answered 500',
      description: 'Once; the answers are safe, pressing again sends them.',
    },
    {
      name: 'answers-answer-lost',
      title: 'The answer to sending answers is lost',
      description: 'They were sent, but the customer was never told: the room finds out and goes on.',
    },
    {
      name: 'answers-offline',
      title: 'Offline while sending answers',
      description: 'The network goes as Send is pressed and comes back three seconds later.',
    },
    {
      name: 'drafts-fail',
      title: 'Drafts cannot be saved',
      description: 'Saving answers on the backend always fails: they are kept on this device, and sending still works.',
    },
    {
      name: 'pay-fails',
      title: 'Starting a payment is answered 500',
      description: 'Three times; the customer stays in the room and is told, pressing Pay again leads to the provider.',
    },
    {
      name: 'pay-answer-lost',
      title: 'The answer to starting a payment is lost',
      description: 'Once; the room asks again by itself and is led to the same checkout, so nothing can be paid twice.',
    },
    {
      name: 'pay-offline',
      title: 'Offline while starting a payment',
      description: 'The network goes as Pay is pressed and comes back three seconds later.',
    },
    {
      name: 'pay-result-late',
      title: 'The result of a payment comes late',
      description: 'Back from the provider, the first two questions for the result are answered 503.',
    },
    {
      name: 'consent-fails',
      title: 'Agreeing is answered 500',
      description: 'Twice, so that the customer is told; pressing again lets them in.',
    },
    {
      name: 'new-link-fails',
      title: 'Asking for a new link is answered 500',
      description: 'Twice, so that the customer is told; pressing again sends it.',
    },
    {
      name: 'message-fails',
      title: 'A message is not delivered',
      description:
        'The first three attempts are answered 500: the message says so, and can be sent again without being doubled.',
    },
    {
      name: 'slow-answers',
      title: 'Every answer is slow',
      description: 'Each one comes four seconds late: the shape of the page first, then words, and nothing jumps.',
    },
    {
      name: 'feed-drops',
      title: 'The live feed breaks off',
      description:
        'Three times after half a second, then it stays. A message sent after 8 seconds arrives all the same.',
    },
    {
      name: 'feed-never',
      title: 'No live feed at all',
      description: 'Every attempt is answered 503: everything works, only news does not come by itself.',
    },
    {
      name: 'newer-kind',
      title: 'A kind from a newer backend',
      description: 'A safe card in the room that never opens; the agreement before it opens as ever.',
    },
    {
      name: 'newer-kind-only',
      title: 'Only a kind from a newer backend',
      description: 'The room with one card and nothing to press.',
    },
  ],
} as const satisfies ScenarioGroup;
