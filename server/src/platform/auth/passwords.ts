import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

/** Algorithm 2 is argon2id (the library's enum cannot be imported one file at a time). */
const PARAMETERS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const AT_ONCE = 4;

/** Argon2id with at most four computations at a time, so that a flood of log-ins cannot starve the rest of the server. */
@Injectable()
export class Passwords {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly decoy = hash('a password nobody has', PARAMETERS);

  hash(password: string): Promise<string> {
    return this.gated(() => hash(password.normalize('NFC'), PARAMETERS));
  }

  /** Verifies against the stored hash; without one it spends the same time on a decoy and says no. */
  verify(stored: string | null, password: string): Promise<boolean> {
    return this.gated(async () => {
      const isRight = await verify(stored ?? (await this.decoy), password.normalize('NFC'));
      return isRight && stored !== null;
    });
  }

  private async gated<T>(work: () => Promise<T>): Promise<T> {
    while (this.running >= AT_ONCE) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.running += 1;
    try {
      return await work();
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }
}
