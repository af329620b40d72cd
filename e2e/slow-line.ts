/**
 * A slow line between a device and the server: so many bytes a second for all connections together, so long on the way,
 * and cut where it is told to be. It lies under HTTP, so that whatever the browser sends takes it.
 */
import net, { type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const BATCH = 'POST /api/v1/sync/ops ';

/** What one packet of a mobile network carries. */
const PACKET_BYTES = 1400;

interface Pace {
  /** Bytes a second. */
  up: number;
  down: number;
  /** Milliseconds there and back. */
  roundTrip: number;
}

/** The bytes after which a connection is cut. */
interface Loss {
  up: number;
  down: number;
}

export class SlowLine {
  /** Null: as fast as it goes. */
  pace: Pace | null = null;
  /** What becomes of the next batches of operations, one after the other; those after them get through. */
  losses: Partial<Loss>[] = [];
  /** How many connections were cut. */
  cutCount = 0;
  readonly #free = { up: 0, down: 0 };
  readonly #open = new Set<Socket>();
  readonly #tcp = net.createServer((device) => this.#join(device));

  private constructor(private readonly server: URL) {}

  static async open(server: string): Promise<SlowLine> {
    const line = new SlowLine(new URL(server));
    await new Promise<void>((resolve) => line.#tcp.listen(0, '127.0.0.1', resolve));
    return line;
  }

  get url(): string {
    return `http://localhost:${(this.#tcp.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#tcp.close();
    this.dropAll();
  }

  /** Ends every connection: whatever comes is on new ones. */
  dropAll(): void {
    for (const socket of this.#open) socket.destroy();
  }

  #join(device: Socket): void {
    const server = net.connect(Number(this.server.port), '127.0.0.1');
    const ends = [device, server];
    for (const end of ends) {
      this.#open.add(end);
      end.setNoDelay(true);
      end.on('error', () => undefined);
      end.on('close', () => this.#open.delete(end));
    }
    const left: Loss = { up: Infinity, down: Infinity };
    const drop = () => {
      this.cutCount += 1;
      for (const end of ends) end.destroy();
    };
    void this.#carry(device, server, 'up', left, drop);
    void this.#carry(server, device, 'down', left, drop);
  }

  async #carry(from: Socket, to: Socket, way: 'up' | 'down', left: Loss, drop: () => void): Promise<void> {
    let arrived = Promise.resolve();
    try {
      // A connection is made before it carries anything.
      if (way === 'up' && this.pace) await sleep(this.pace.roundTrip);
      for await (const chunk of from as AsyncIterable<Buffer>) {
        if (way === 'up' && chunk.includes(BATCH)) Object.assign(left, this.losses.shift());
        for (let at = 0; at < chunk.length; at += PACKET_BYTES) {
          const packet = chunk.subarray(at, at + PACKET_BYTES);
          left[way] -= packet.length;
          if (left[way] < 0) return drop();
          arrived = this.#deliver(packet, to, await this.#takeTurn(packet.length, way), arrived);
        }
      }
      await arrived;
      to.end();
    } catch {
      to.destroy();
    }
  }

  /** On the way it holds up nobody, and overtakes nothing. */
  async #deliver(packet: Buffer, to: Socket, due: number, before: Promise<void>): Promise<void> {
    await before;
    await until(due);
    if (to.writable) to.write(packet);
  }

  /** Waits until the packet is on the line; gives when it arrives. */
  async #takeTurn(bytes: number, way: 'up' | 'down'): Promise<number> {
    const { pace } = this;
    if (!pace) return 0;
    const sent = Math.max(performance.now(), this.#free[way]) + (bytes * 1000) / pace[way];
    this.#free[way] = sent;
    await until(sent);
    return sent + pace.roundTrip / 2;
  }
}

async function until(moment: number): Promise<void> {
  const left = moment - performance.now();
  if (left > 0) await sleep(left);
}
