const { configure } = require('@testing-library/react');

/** What a screen is waited for may take its time on a busy machine; what never comes still fails. */
configure({ asyncUtilTimeout: 10_000 });

/**
 * The network answers later, as real ones do, whatever stands for `fetch`: a test that does not wait for the answer
 * fails on every machine, not on a busy one alone.
 */
const ANSWER_AFTER_MS = 20;
let network;
Object.defineProperty(globalThis, 'fetch', {
  configurable: true,
  get: () => network && slowly,
  set: (fetch) => {
    network = fetch;
  },
});

async function slowly(...request) {
  const answer = network(...request);
  // One that fails at once is heard of later, too, and is no accident until then.
  answer?.catch?.(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, ANSWER_AFTER_MS));
  return answer;
}
