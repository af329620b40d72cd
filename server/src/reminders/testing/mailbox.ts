import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  to: string[];
  text: string;
}

/** A mail server on this machine that keeps what it is given; `mood` says how it takes the next letters. */
export class Mailbox {
  readonly received: ReceivedMail[] = [];
  mood: 'well' | 'refuses' | 'hangs up' = 'well';
  private readonly sockets = new Set<Socket>();
  private server: SMTPServer | null = null;
  private port = 0;

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Opens it, at the address it had when it was open before. */
  async open(): Promise<void> {
    const server = this.create();
    server.on('error', () => undefined);
    server.server.on('connection', (socket: Socket) => this.sockets.add(socket));
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    ({ port: this.port } = server.server.address() as AddressInfo);
    this.server = server;
  }

  async close(): Promise<void> {
    const { server } = this;
    this.hangUp();
    if (server) await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  private create(): SMTPServer {
    return new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData: (stream, session, answer) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          if (this.mood === 'refuses') {
            answer(Object.assign(new Error('mailbox busy'), { responseCode: 451 }));
            return;
          }
          const [, body = ''] = Buffer.concat(parts).toString().split('\r\n\r\n');
          const to = session.envelope.rcptTo.map(({ address }) => address);
          this.received.push({ to, text: Buffer.from(body, 'base64').toString() });
          if (this.mood === 'hangs up') this.hangUp();
          else answer();
        });
      },
    });
  }

  private hangUp(): void {
    for (const socket of this.sockets) socket.destroy();
    this.sockets.clear();
  }
}
