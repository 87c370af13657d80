// What a Node team would write: kafkajs, JSON.parse, @clickhouse/client. Rows of `statements` from the topic `learner-events`,
// at least once, in batches; nothing is validated beyond what a missing field would break.
// node ingest.mjs BROKERS CLICKHOUSE_URL VOCABULARY_FOLDER
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createClient } from '@clickhouse/client';
import { Kafka, logLevel } from 'kafkajs';

const [brokers, url, vocabulary] = process.argv.slice(2);
const BATCH_ROWS = 50_000;
const BATCH_MS = 1_000;

const table = (file, key, value) => new Map(readFileSync(`${vocabulary}/${file}`, 'utf8').split('\n')
  .filter(line => line && !line.startsWith('#')).map(line => line.split('\t')).map(row => [row[key], row[value]]));
const roles = table('verbs.tsv', 2, 0);
const kinds = table('activity-types.tsv', 3, 0);

const learners = new Map();
function learner(actor) {
  const word = actor.mbox ?? actor.mbox_sha1sum ?? actor.openid ?? `${actor.account.homePage}|${actor.account.name}`;
  let id = learners.get(word);
  if (!id) {
    const hex = createHmac('sha256', 'a secret key').update(word).digest('hex');
    id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
    learners.set(word, id);
  }
  return id;
}

function seconds(duration) {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(duration);
  return parts ? (+(parts[1] ?? 0)) * 86400 + (+(parts[2] ?? 0)) * 3600 + (+(parts[3] ?? 0)) * 60 + +(parts[4] ?? 0) : null;
}

const NONE = '00000000-0000-0000-0000-000000000000';
const COHORT = 'https://w3id.org/xapi/engagement/activity-types/cohort';
const EXTENSIONS = 'https://w3id.org/xapi/engagement/extensions/';

function row(topic, partition, message, now) {
  const s = JSON.parse(message.value);
  const { object, result = {}, context = {} } = s;
  const definition = object.definition ?? {};
  const parents = (context.contextActivities?.parent ?? []).map(a => a.id);
  const groupings = (context.contextActivities?.grouping ?? []).map(a => a.id);
  const isActivity = (object.objectType ?? 'Activity') === 'Activity';
  const kind = definition.extensions?.[`${EXTENSIONS}section-kind`] ?? kinds.get(definition.type) ?? '';
  const active = result.extensions?.[`${EXTENSIONS}active-seconds`];
  return {
    statement_id: s.id,
    id_derived: false,
    learner_id: learner(s.actor),
    registration: context.registration ?? NONE,
    course_id: groupings[0] ?? parents[0] ?? object.id,
    verb: s.verb.id,
    role: roles.get(s.verb.id) ?? 'touch',
    object_type: object.objectType ?? 'Activity',
    activity_id: isActivity ? object.id : '',
    activity_type: definition.type ?? '',
    activity_name: definition.name ? Object.values(definition.name)[0] : '',
    kind_hint: kind === '-' ? '' : kind,
    parents,
    groupings,
    cohort: (context.contextActivities?.category ?? []).find(a => a.definition?.type === COHORT)?.id ?? '',
    duration_us: result.duration === undefined ? null : Math.round(seconds(result.duration) * 1e6),
    active_us: active === undefined ? null : Math.round(active * 1e6),
    success: result.success ?? null,
    completion: result.completion ?? null,
    scaled_score: result.score?.scaled ?? null,
    response_length: result.response?.length ?? null,
    has_instructor: context.instructor !== undefined,
    has_team: context.team !== undefined,
    platform: context.platform ?? '',
    language: context.language ?? '',
    refers_to_id: (object.objectType === 'StatementRef' ? object : context.statement)?.id ?? NONE,
    occurred_at: s.timestamp,
    claimed_at: s.timestamp,
    broker_at: new Date(+message.timestamp).toISOString(),
    stored_at: now,
    kafka_topic: topic,
    kafka_partition: partition,
    kafka_offset: message.offset,
  };
}

const clickhouse = createClient({ url, database: 'engagement' });
let rows = [];
let resolved = new Map();
let writing = Promise.resolve();

function flush() {
  if (rows.length === 0) return;
  const [values, offsets] = [rows, resolved];
  [rows, resolved] = [[], new Map()];
  writing = writing.then(async () => {
    await clickhouse.insert({
      table: 'statements', values, format: 'JSONEachRow',
      clickhouse_settings: { async_insert: 0, date_time_input_format: 'best_effort', optimize_on_insert: 0 },
    });
    await consumer.commitOffsets([...offsets].map(([partition, offset]) => ({ topic: 'learner-events', partition, offset: `${offset + 1n}` })));
  });
}

const kafka = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.ERROR });
const consumer = kafka.consumer({ groupId: `node-${process.pid}-${Date.now()}`, maxWaitTimeInMs: 50, maxBytesPerPartition: 1 << 20 });
await consumer.connect();
await consumer.subscribe({ topic: 'learner-events', fromBeginning: true });
setInterval(flush, BATCH_MS);
await consumer.run({
  autoCommit: false,
  eachBatchAutoResolve: true,
  partitionsConsumedConcurrently: 4,
  eachBatch: async ({ batch, heartbeat }) => {
    const now = new Date().toISOString();
    for (const message of batch.messages) rows.push(row(batch.topic, batch.partition, message, now));
    resolved.set(batch.partition, BigInt(batch.lastOffset()));
    if (rows.length >= BATCH_ROWS) {
      flush();
      await writing;
    }
    await heartbeat();
  },
});
