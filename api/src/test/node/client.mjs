// Calls Beckon through an existing client and prints what it answered, as one JSON object.
//
// The environment says where and with what: BECKON_URL, BECKON_SITE_ID, BECKON_API_KEY, BECKON_APP_KEY,
// BECKON_WRITE_KEY.
import { writeSync } from 'node:fs';
import sdk from 'customerio-node';

const { APIClient, PipelinesClient, TrackClient } = sdk;
const { BECKON_URL, BECKON_SITE_ID, BECKON_API_KEY, BECKON_APP_KEY, BECKON_WRITE_KEY } = process.env;

const track = new TrackClient(BECKON_SITE_ID, BECKON_API_KEY, { url: `${BECKON_URL}/api/v1` });
const app = new APIClient(BECKON_APP_KEY, { url: `${BECKON_URL}/v1` });

// The status of a call that must fail.
async function refused(call) {
  try {
    await call();
    return 0;
  } catch (error) {
    return error.statusCode;
  }
}

const answers = {};

// What is written can be read at once.
answers.identify = await track.identify('42', { email: 'ada@example.com', plan: 'trial', seats: 3 });
answers.attributes = await app.getAttributes('42');
answers.byEmail = await app.getAttributes('ADA@example.com', 'email');
await track.identify('u 1/é', { plan: 'trial' });
answers.odd = await app.getAttributes('u 1/é');
await track.identify('43', { plan: 'paid' });
await track.destroy('43');
answers.destroyed = await refused(() => app.getAttributes('43'));

answers.track = await track.track('42', { name: 'signed_up', data: { source: 'ad' } });
await track.trackPageView('42', 'https://example.com/pricing');
await track.trackAnonymous('anon-1', { name: 'pricing_seen', data: { plan: 'pro' } });
answers.region = await track.getAccountRegion();

answers.customers = await app.getCustomersByEmail('ada@example.com');
answers.activities = await app.getCustomerActivities('42', { type: 'event', limit: 100 });
answers.workspaceActivities = await app.listActivities({ limit: 100, name: 'pricing_seen' });

answers.segments = await app.listSegments();
const segment = answers.segments.segments[0].id;
answers.segment = await app.getSegment(segment);
answers.count = await app.getSegmentCustomerCount(segment);
answers.members = [];
let next;
do {
  const page = await app.getSegmentMembership(segment, { limit: 1, start: next });
  answers.members.push(...page.identifiers.map((person) => person.id));
  next = page.next;
} while (next);
answers.customerSegments = await app.getCustomerSegments('42');

answers.campaigns = await app.listCampaigns();
answers.campaign = await app.getCampaign(answers.campaigns.campaigns[0].id);
answers.messages = await app.getCustomerMessages('42', { limit: 10 });
const message = answers.messages.messages[0].id;
answers.message = await app.getMessage(message);
answers.unsubscribe = await track.unsubscribe(message);
answers.unsubscribed = (await app.getAttributes('42')).customer.unsubscribed;

answers.entity = await track.entity({
  type: 'person', action: 'identify', identifiers: { id: 'linus' }, attributes: { email: 'linus@example.com' },
});
answers.batch = await track.batch([
  { type: 'person', action: 'event', identifiers: { email: 'linus@example.com' }, name: 'merged' },
  { type: 'person', action: 'event', identifiers: { id: 'linus' } },
]);

const pipelines = new PipelinesClient(BECKON_WRITE_KEY, { url: `${BECKON_URL}/v1`, strictMode: true });
answers.pipelines = await pipelines.identify({ userId: 'grace', traits: { email: 'grace@example.com', since: '2026-03-14' } });
await pipelines.track({ userId: 'grace', event: 'compiled', properties: { lines: 7 }, messageId: 'm-1' });
await pipelines.track({ userId: 'grace', event: 'compiled', properties: { lines: 7 }, messageId: 'm-1' });
await pipelines.page({ userId: 'grace', name: 'Pricing', properties: { url: 'https://example.com/pricing' } });
await pipelines.screen({ userId: 'grace', name: 'Cart' });
await pipelines.alias({ userId: 'grace', previousId: 'g' });
await pipelines.batch([
  { type: 'identify', userId: 'alan', traits: { email: 'alan@example.com' } },
  { type: 'track', userId: 'alan@example.com', event: 'decoded' },
]);
answers.badCall = await refused(() => pipelines.track({ event: 'nobody' }));
answers.badWriteKey = await refused(() =>
  new PipelinesClient('wrong', { url: `${BECKON_URL}/v1`, strictMode: true }).identify({ userId: 'x' }),
);

answers.badAppKey = await refused(() => new APIClient('wrong', { url: `${BECKON_URL}/v1` }).listSegments());
answers.badTrackKey = await refused(() =>
  new TrackClient('a', 'b', { url: `${BECKON_URL}/api/v1` }).identify('44', {}),
);
answers.badMessage = await refused(() => track.unsubscribe('nonsense'));
answers.missing = await refused(() => app.getSegment(999));

writeSync(1, `${JSON.stringify(answers)}\n`);
