/** What jsdom lacks and the UI kit or the ledger asks for. */
const { TextDecoder, TextEncoder } = require('node:util');
const { webcrypto } = require('node:crypto');

Object.assign(globalThis, { TextDecoder, TextEncoder });
globalThis.structuredClone ??= (value) => require('node:v8').deserialize(require('node:v8').serialize(value));
Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });
globalThis.matchMedia ??= (query) => ({
  matches: false,
  media: query,
  addEventListener() {},
  removeEventListener() {},
  addListener() {},
  removeListener() {},
});
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
Element.prototype.scrollIntoView = () => {};

// In browsers <search> is a plain HTMLElement; jsdom takes it for an unknown tag, and React reports one.
const createElement = document.createElement.bind(document);
document.createElement = (tag, options) => {
  const element = createElement(tag, options);
  if (tag === 'search') Object.setPrototypeOf(element, HTMLElement.prototype);
  return element;
};

// Nothing comes into sight where nothing is laid out.
globalThis.IntersectionObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
