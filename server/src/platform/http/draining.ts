import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';

/** Set first when the server is told to stop, so that a proxy sends no new requests while those under way finish. */
@Injectable()
export class Draining implements BeforeApplicationShutdown {
  isDraining = false;

  beforeApplicationShutdown(): void {
    this.isDraining = true;
  }
}
