import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** The exact bytes of a JSON body, for digests. */
    rawBody?: Buffer;
  }
}

const DEEPEST = 32;
const [QUOTE, BACKSLASH, OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [34, 92, 123, 125, 91, 93];
const decoder = new TextDecoder('utf-8', { fatal: true });

/** Bodies are JSON (strict UTF-8, no prototype keys, bytes kept for digests) or a raw stream for uploads; nothing else is read. */
export function readBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    request.rawBody = body;
    let text: string;
    try {
      text = decoder.decode(body);
    } catch {
      done(Object.assign(new Error('body is not UTF-8'), { statusCode: 400 }));
      return;
    }
    if (isTooDeep(text)) {
      done(Object.assign(new Error('body is nested too deeply'), { statusCode: 400 }));
      return;
    }
    if (text === '' && request.headers['content-length'] === '0') done(null, undefined);
    else void parseJson(request, text, done);
  });
  const raw = ['application/octet-stream', 'application/offset+octet-stream'];
  fastify.addContentTypeParser(raw, (_request, stream, done) => done(null, stream));
}

/** True when brackets nest deeper than any body of ours; walkers of the parsed value would run out of stack on such a one. */
function isTooDeep(json: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < json.length; at += 1) {
    const char = json.charCodeAt(at);
    if (inString) {
      if (char === BACKSLASH) at += 1;
      else if (char === QUOTE) inString = false;
    } else if (char === QUOTE) inString = true;
    else if (char === OPEN_BRACE || char === OPEN_BRACKET) {
      depth += 1;
      if (depth > DEEPEST) return true;
    } else if (char === CLOSE_BRACE || char === CLOSE_BRACKET) depth -= 1;
  }
  return false;
}
