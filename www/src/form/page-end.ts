// The page may go away at any time: what is typed is written then, and what would be lost is warned of.
import type { ReactiveController } from 'lit';

export class PageEnd implements ReactiveController {
  constructor(
    private flush: () => void,
    private atRisk: () => boolean,
  ) {}

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.flush);
    addEventListener('pagehide', this.flush);
    addEventListener('beforeunload', this.warn);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.flush);
    removeEventListener('pagehide', this.flush);
    removeEventListener('beforeunload', this.warn);
    this.flush();
  }

  private warn = (event: BeforeUnloadEvent): void => {
    if (this.atRisk()) event.preventDefault();
  };
}
