// What the page of a shop says through each browser client, one after the other.
import { AnalyticsBrowser as Customerio } from '@customerio/cdp-analytics-browser';
import { AnalyticsBrowser as Segment } from '@segment/analytics-next';

import { Beckon } from '../../../console/snippet/src/index.ts';

/* global BECKON_URL, BECKON_WRITE_KEY */
const apiHost = `${new URL(BECKON_URL).host}/v1`;

// Calls that were answered: four of each client one by one, four in two batches, and one of our own.
const ANSWERS = 11;
let answered = 0;
const send = window.fetch.bind(window);
window.fetch = async (resource, options) => {
  const answer = await send(resource, options);
  if (options?.method?.toUpperCase() === 'POST') {
    answered += 1;
    console.info(`${answer.status} ${new URL(resource, location.href).pathname}`);
  }
  window.finished = answered === ANSWERS;
  return answer;
};

async function speak(library, name, person, deliveryStrategy) {
  localStorage.clear();
  const [analytics] = await library.load(
    { writeKey: BECKON_WRITE_KEY, cdnURL: BECKON_URL },
    { integrations: { [name]: { apiHost, protocol: 'http', ...(deliveryStrategy && { deliveryStrategy }) } } },
  );
  await analytics.reset();
  await analytics.track('looked', { person });
  await analytics.identify(person, { email: `${person}@example.com`, seen: new Date('2026-03-14T00:00:00Z') });
  await analytics.track('ordered', { amount: 12.5, items: ['a', 'b'] });
  await analytics.page('Shop', 'Pricing');
}

// Our own script: what is said last is sent when the page goes.
async function own() {
  const beckon = new Beckon({ writeKey: BECKON_WRITE_KEY, host: BECKON_URL, autoPage: true });
  beckon.track('looked', { person: 'own' });
  beckon.identify('own', { email: 'own@example.com', seen: '2026-03-14' });
  beckon.track('ordered', { amount: 12.5 });
  beckon.page();
  await beckon.flush();
  beckon.track('left');
}

(async () => {
  await speak(Customerio, 'Customer.io Data Pipelines', 'cus');
  await speak(Segment, 'Segment.io', 'seg');
  await speak(Segment, 'Segment.io', 'bat', { strategy: 'batching', config: { size: 2, timeout: 100 } });
  await own();
  window.told = true;
})().catch((error) => {
  console.error(String(error));
  window.finished = true;
  window.told = true;
});
