export * from './fieldwork-server.js';
