import { version } from '../version.ts'
import type { Health, Watched } from './watched.ts'

/** Memory is told in steps: what one request takes does not show. */
const memoryStep = 32 * 1024 * 1024

/**
 * What Prometheus reads (text format 0.0.4). Nothing that one employee does moves a figure: no
 * request is counted, and neither processor time nor delays are told, for whoever keeps those
 * every few seconds keeps when somebody collected and when somebody cast.
 */
export function writeFigures({ role, counts }: Watched, health: Health): string {
  const told = [...counts].flatMap(([log, ofLog]) =>
    [...ofLog].map(([event, count]) => [{ log, event }, count] as const),
  )
  const checked = Object.entries(health).map(
    ([check, state]) => [{ check }, state === 'works' ? 1 : 0] as const,
  )
  const memory = Math.ceil(process.memoryUsage.rss() / memoryStep) * memoryStep
  const started = Math.floor(Date.now() / 1000 - process.uptime())
  return [
    family('groundwork_info', 'gauge', 'Version, and what runs here.', [
      [{ version, role }, 1],
    ]),
    family('groundwork_check', 'gauge', '1 for what works, else 0.', checked),
    family('groundwork_events_total', 'counter', 'Events told since the start.', told),
    family('groundwork_memory_bytes', 'gauge', 'Memory, in steps of 32 MiB.', [
      [{}, memory],
    ]),
    family('groundwork_started_seconds', 'gauge', 'When the process was started.', [
      [{}, started],
    ]),
  ].join('')
}

type Sample = readonly [labels: Readonly<Record<string, string>>, value: number]

function family(
  name: string,
  kind: 'gauge' | 'counter',
  help: string,
  samples: readonly Sample[],
): string {
  const lines = samples.map(([labels, value]) => `${name}${written(labels)} ${value}`)
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${kind}`, ...lines, ''].join('\n')
}

function written(labels: Sample[0]): string {
  const pairs = Object.entries(labels).map(
    ([name, value]) => `${name}="${value.replace(/[\\"\n]/g, ' ')}"`,
  )
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}
