/**
 * Firefox's own remote control, as its makers' tests use it: JSON over a socket of this machine, each
 * message with its length before it. `WebDriver:...` commands are WebDriver's own; in the context
 * `chrome` they reach the browser's own window, its toolbar and its questions.
 */
import { connect, type Socket } from 'node:net';

/** `[type, id, error, result]`: an answer is of type 1. */
type Answer = [1, number, { error: string; message: string } | null, unknown];

export interface Marionette {
  /** @throws what Firefox says is wrong: `no such element: ...`. */
  send(command: string, parameters?: Record<string, unknown>): Promise<unknown>;
  close(): void;
}

/** Rejects while nobody listens there. */
export async function openMarionette(port: number): Promise<Marionette> {
  const socket = connect(port, '127.0.0.1');
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  const waiting = new Map<number, (answer: Answer) => void>();
  let asked = 0;
  // The first message says who speaks; nobody asked for it.
  read(socket, (message) => {
    if (!Array.isArray(message)) return;
    waiting.get(message[1])?.(message as Answer);
    waiting.delete(message[1]);
  });
  socket.once('close', () => {
    for (const [id, done] of waiting) done([1, id, { error: 'closed', message: 'Firefox went away' }, null]);
  });
  return {
    async send(command, parameters = {}) {
      asked += 1;
      const id = asked;
      const text = JSON.stringify([0, id, command, parameters]);
      const answer = new Promise<Answer>((resolve) => waiting.set(id, resolve));
      socket.write(`${Buffer.byteLength(text)}:${text}`);
      const [, , error, result] = await answer;
      if (error) throw new Error(`${command}: ${error.error}: ${error.message}`);
      return result;
    },
    close: () => socket.destroy(),
  };
}

/** Calls `heard` with each whole message. */
function read(socket: Socket, heard: (message: unknown) => void): void {
  let kept = Buffer.alloc(0);
  socket.on('data', (data) => {
    kept = Buffer.concat([kept, data]);
    for (;;) {
      const colon = kept.indexOf(':');
      const end = colon + 1 + Number(kept.subarray(0, colon));
      if (colon < 0 || kept.length < end) return;
      heard(JSON.parse(kept.toString('utf8', colon + 1, end)));
      kept = kept.subarray(end);
    }
  });
}
