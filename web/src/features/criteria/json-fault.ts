const TOKEN = /\s*(?:([{}[\],:])|"(?:[^"\\\p{Cc}]|\\.)*"|-?\d[\d.eE+-]*|true|false|null)/uy;

/** What may stand next; a list or an object that was just opened may also end. */
type Next = 'value' | 'first value' | 'name' | 'first name' | 'colon' | 'comma' | 'nothing';

/**
 * The line, from 1, at which a text stops being JSON. Browsers tell it in words of their own or not at all, and whoever
 * has forgotten a comma in a thousand lines needs it.
 */
export function lineOfFault(text: string): number {
  const open: string[] = [];
  let next: Next | null = 'value';
  let at = 0;
  while (next) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    next = match && step(next, match[1] ?? (match[0].endsWith('"') ? 'text' : 'scalar'), open);
    if (next) at = TOKEN.lastIndex;
  }
  const blank = /^\s*/.exec(text.slice(at))?.[0].length ?? 0;
  return text.slice(0, at + blank).split('\n').length;
}

/** What may stand after the token; null when the token may not stand here. */
function step(next: Next, token: string, open: string[]): Next | null {
  switch (next) {
    case 'value':
    case 'first value':
      if (token === '{' || token === '[') {
        open.push(token);
        return token === '{' ? 'first name' : 'first value';
      }
      if (token === ']' && next === 'first value') return closed(open);
      return token === 'text' || token === 'scalar' ? afterValue(open) : null;
    case 'name':
    case 'first name':
      if (token === '}' && next === 'first name') return closed(open);
      return token === 'text' ? 'colon' : null;
    case 'colon':
      return token === ':' ? 'value' : null;
    case 'comma':
      if (token === ',') return open.at(-1) === '{' ? 'name' : 'value';
      return token === (open.at(-1) === '{' ? '}' : ']') ? closed(open) : null;
    case 'nothing':
      return null;
  }
}

function closed(open: string[]): Next {
  open.pop();
  return afterValue(open);
}

function afterValue(open: readonly string[]): Next {
  return open.length === 0 ? 'nothing' : 'comma';
}
