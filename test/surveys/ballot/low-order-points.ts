/**
 * X25519 keys that protect nothing, and texts that are another key's: the points of low order of
 * the curve and its twist in all the 32 bytes that stand for them, as Bernstein lists them on his
 * page on Curve25519 and libsodium, OpenSSH and others refuse them.
 */
const hex: readonly (readonly [name: string, bytes: string])[] = [
  ['the number 0 (order 4)', `00${'00'.repeat(31)}`],
  ['the number 1 (order 1)', `01${'00'.repeat(31)}`],
  [
    'a point of order 8',
    'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
  ],
  [
    'the other point of order 8',
    '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
  ],
  ['the number p − 1 (order 2)', `ec${'ff'.repeat(30)}7f`],
  ['the number p, which is 0', `ed${'ff'.repeat(30)}7f`],
  ['the number p + 1, which is 1', `ee${'ff'.repeat(30)}7f`],
  [
    'a point of order 8 with the highest bit set',
    'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b880',
  ],
  [
    'the other point of order 8 with the highest bit set',
    '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f11d7',
  ],
  ['0 with the highest bit set', `${'00'.repeat(31)}80`],
  ['1 with the highest bit set', `01${'00'.repeat(30)}80`],
  ['p − 1 with the highest bit set', `ec${'ff'.repeat(31)}`],
  ['p with the highest bit set', `ed${'ff'.repeat(31)}`],
  ['p + 1 with the highest bit set', `ee${'ff'.repeat(31)}`],
  ['2p − 1, as Bernstein writes it', `d9${'ff'.repeat(31)}`],
  ['2p, as Bernstein writes it', `da${'ff'.repeat(31)}`],
  ['2p + 1, as Bernstein writes it', `db${'ff'.repeat(31)}`],
]

/** X25519, raw, base64url. */
export const pointsThatProtectNothing: readonly (readonly [name: string, key: string])[] =
  hex.map(([name, bytes]) => [name, Buffer.from(bytes, 'hex').toString('base64url')])
