/** What the address of the page says. */
export interface Address {
  /** an assessment, or `preview` */
  readonly survey: string
  /** the access code, as it stood behind the # */
  readonly code: string
  /** the language asked for with `?lang=` */
  readonly language: string | null
}

export const previewName = 'preview'

export function readAddress({ pathname, hash, search }: Location): Address {
  return {
    survey: pathname.split('/')[2] ?? '',
    code: readFragment(hash),
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
export function addressWithoutCode({ pathname }: Location, language?: string): string {
  return language ? `${pathname}?lang=${language}` : pathname
}
