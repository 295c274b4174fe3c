const cache = new Map<string, Intl.NumberFormat>();

/** A number format of the browser, made once: making one costs more than a thousand uses. */
export function numberFormat(
  language: string,
  options: Intl.NumberFormatOptions,
): Intl.NumberFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const format = cache.get(key) ?? new Intl.NumberFormat(language, options);
  cache.set(key, format);
  return format;
}
