/** Loaded into the server by its launcher: when the launcher is gone, kill -9 included, the server ends in order. */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
