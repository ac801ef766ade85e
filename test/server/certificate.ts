import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** Self-signed certificates made in a test, by the few forms of DER that they need. */

const tagged = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts)
  const { length } = content
  const head =
    length < 128
      ? [tag, length]
      : length < 256
        ? [tag, 0x81, length]
        : [tag, 0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from(head), content])
}
const sequence = (...parts: readonly Uint8Array[]) => tagged(0x30, ...parts)
const hex = (tag: number, digits: string) => tagged(tag, Buffer.from(digits, 'hex'))
const time = (text: string) => tagged(0x17, Buffer.from(text, 'ascii'))

const ecdsaWithSha256 = sequence(hex(0x06, '2a8648ce3d040302'))
const commonName = hex(0x06, '550403')
const alternativeName = hex(0x06, '551d11')

/** A certificate for one IPv4 address and its key, PEM. */
export function certificateFor(address: string): {
  readonly cert: string
  readonly key: string
} {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = sequence(
    tagged(0x31, sequence(commonName, tagged(0x0c, Buffer.from(address)))),
  )
  const ip = tagged(0x87, Buffer.from(address.split('.').map(Number)))
  const extension = sequence(alternativeName, tagged(0x04, sequence(ip)))
  const words = sequence(
    tagged(0xa0, hex(0x02, '02')),
    tagged(0x02, Buffer.from([1]), randomBytes(8)),
    ecdsaWithSha256,
    name,
    sequence(time('200101000000Z'), time('491231235959Z')),
    name,
    publicKey.export({ format: 'der', type: 'spki' }),
    tagged(0xa3, sequence(extension)),
  )
  const signature = tagged(0x03, Buffer.from([0]), sign('sha256', words, privateKey))
  const whole = sequence(words, ecdsaWithSha256, signature).toString('base64')
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${whole.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  }
}
