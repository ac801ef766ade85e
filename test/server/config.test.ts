import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from '#server/config.ts'

describe('the configuration', () => {
  it('listens on this machine only, unless told otherwise', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 8787,
      origin: 'http://127.0.0.1:8787',
      loopback: true,
    })
  })

  it.each(['127.0.0.1', '127.3.2.1', 'localhost', '::1'])(
    'knows %s as this machine',
    (host) => {
      expect(readConfig({ GROUNDWORK_HOST: host }).loopback).toBe(true)
    },
  )

  it.each(['0.0.0.0', '192.168.1.4', '::', '127.0.0.1.evil.example'])(
    'needs to be told the address people open when others can reach %s',
    (host) => {
      expect(() => readConfig({ GROUNDWORK_HOST: host })).toThrow('set GROUNDWORK_ORIGIN')
    },
  )

  it('wants https away from this machine', () => {
    const others = { GROUNDWORK_HOST: '0.0.0.0' }

    expect(() =>
      readConfig({ ...others, GROUNDWORK_ORIGIN: 'http://needs.example.org' }),
    ).toThrow('must begin with https://')
    expect(
      readConfig({ ...others, GROUNDWORK_ORIGIN: 'https://needs.example.org/path' }),
    ).toMatchObject({ origin: 'https://needs.example.org', loopback: false })
  })

  it.each(['eighty', '-1', '70000', '80.5'])('refuses %j as a port', (port) => {
    expect(() => readConfig({ GROUNDWORK_PORT: port })).toThrow(
      'GROUNDWORK_PORT must be a number from 0 to 65535',
    )
  })

  it('stops the start with one sentence when a setting is wrong', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(import.meta.dirname, '../../server/commands/start.ts')],
      { encoding: 'utf8', env: { ...process.env, GROUNDWORK_PORT: 'eighty' } },
    )

    expect(status).toBe(1)
    expect(stderr).toContain(
      'GROUNDWORK_PORT must be a number from 0 to 65535, got "eighty"',
    )
    expect(stderr).not.toMatch(/\n\s+at /)
  })
})
