/** The header value that makes a browser keep an answer as a file; of a name in plain letters, as `exportFileName` makes it. */
export function attachment(name: string): string {
  return `attachment; filename="${name}"`;
}
