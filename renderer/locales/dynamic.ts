import i18next from 'i18next';

const lookUp = i18next.t.bind(i18next) as unknown as (
  key: string,
  params?: Record<string, unknown>,
) => string;

/**
 * Words for a code that travels (errors, fields): `wordOf('field', 'required')`. Keys from outside cannot be checked
 * by the compiler, so an unknown one falls back instead of showing a key.
 */
export function wordOf(
  section: string,
  code: string,
  fallback: string,
  params?: Record<string, unknown>,
): string {
  const key = `${section}.${code}`;
  return i18next.exists(key) ? lookUp(key, params) : fallback;
}
