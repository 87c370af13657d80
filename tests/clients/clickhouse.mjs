// The official JavaScript client against an address: node clickhouse.mjs http://127.0.0.1:8123 database
// Prints what it saw as one JSON object; exits 1 where a call behaves otherwise than on a real server.
import { Readable } from 'node:stream'
import { createClient, ClickHouseError } from '@clickhouse/client'

const [url, database] = process.argv.slice(2)
const client = createClient({ url, database })
const seen = {}

try {
  seen.ping = (await client.ping()).success

  await client.command({ query: 'CREATE TABLE events (id UInt64, name String, at DateTime64(3)) ENGINE = MergeTree ORDER BY id' })

  const rows = (function* () {
    for (let id = 0; id < 50_000; id++) yield { id, name: `name "${id}"\n`, at: 1700000000000 + id }
  })()
  const inserted = await client.insert({ table: 'events', values: Readable.from(rows, { objectMode: true }), format: 'JSONEachRow' })
  seen.written = inserted.summary?.written_rows
  seen.insertId = typeof inserted.query_id

  const selected = await client.query({ query: 'SELECT id, name FROM events ORDER BY id', format: 'JSONEachRow' })
  let streamed = 0
  for await (const batch of selected.stream())
    for (const row of batch) {
      const { id, name } = row.json()
      if (Number(id) !== streamed || name !== `name "${streamed}"\n`) throw new Error(`row ${streamed} is ${row.text}`)
      streamed++
    }
  seen.streamed = streamed

  const bound = await client.query({
    query: 'SELECT {n: UInt32} + 1 AS n, {text: String} AS text, {list: Array(Int32)} AS list, {at: DateTime} AS at',
    query_params: { n: 41, text: "tab\t, quote ', back\\slash, é", list: [1, 2], at: new Date(0) },
    format: 'JSON',
    clickhouse_settings: { output_format_json_quote_64bit_integers: 0 },
    query_id: 'chosen-by-the-client',
  })
  seen.boundId = bound.query_id
  seen.bound = (await bound.json()).data[0]

  const gzipped = createClient({ url, database, compression: { request: true, response: true } })
  await gzipped.insert({ table: 'events', values: [{ id: 50_000, name: 'gzip', at: 0 }], format: 'JSONEachRow' })
  seen.gzip = (await (await gzipped.query({ query: 'SELECT count() AS n FROM events', format: 'JSONEachRow' })).json())[0].n
  await gzipped.close()

  try {
    await client.query({ query: 'SELECT * FROM missing' })
  } catch (error) {
    seen.error = { isOfServer: error instanceof ClickHouseError, code: error.code, type: error.type }
  }

  const abort = new AbortController()
  const running = client.query({ query: 'SELECT count() FROM numbers(1000000000000) WHERE rand() % 3 = 1', abort_signal: abort.signal })
  setTimeout(() => abort.abort(), 200)
  seen.aborted = await running.then(() => false, () => true)
} finally {
  await client.close()
}
console.log(JSON.stringify(seen))
