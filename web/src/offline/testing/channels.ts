/** The channels between the tabs of one device that are open. */
export type Channels = Set<EventTarget & { name: string }>;

/** BroadcastChannel: every other one of the name hears what is said on one. */
export function openChannel(channels: Channels, name: string): BroadcastChannel {
  const own = Object.assign(new EventTarget(), {
    name,
    postMessage(data: unknown) {
      for (const other of channels) {
        if (other !== own && other.name === name) other.dispatchEvent(new MessageEvent('message', { data }));
      }
    },
    close: () => channels.delete(own),
  });
  channels.add(own);
  return own as unknown as BroadcastChannel;
}
