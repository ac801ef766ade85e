/** What the address of the page says. */
export interface Address {
  /** an assessment, or `preview` */
  readonly survey: string
  /** the access code, as it stood behind the # */
  readonly code: string
  /** a ballot brought from another device, as `carried-ballot.ts` writes it; else empty */
  readonly carried: string
  /** the language asked for with `?lang=` */
  readonly language: string | null
}

export const previewName = 'preview'

/** Stands before a ballot in an address, and in no code. */
export const carriedMark = '~'

export function readAddress({
  pathname,
  hash,
  search,
}: Pick<Location, 'pathname' | 'hash' | 'search'>): Address {
  const fragment = readFragment(hash)
  const isCarried = fragment.startsWith(carriedMark)
  return {
    survey: pathname.split('/')[2] ?? '',
    code: isCarried ? '' : fragment,
    carried: isCarried ? fragment.slice(carriedMark.length) : '',
    language: new URLSearchParams(search).get('lang'),
  }
}

/** A fragment that is no well-formed text is handed on as it is: it cannot be a code. */
function readFragment(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1))
  } catch {
    return hash.slice(1)
  }
}

/** The address without the code, and with the language chosen. */
export function addressWithoutCode(
  { pathname }: Pick<Location, 'pathname'>,
  language?: string,
): string {
  return language ? `${pathname}?lang=${language}` : pathname
}
