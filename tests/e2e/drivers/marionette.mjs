/**
 * Firefox's own remote protocol over one socket: `LENGTH:[type, id, command or error, body]` both ways.
 * Nothing but Firefox is needed for it, no geckodriver.
 */
import net from "node:net";
import { pause } from "./driver.mjs";

export class Marionette {
  #socket;
  #last = 0;
  #buffer = Buffer.alloc(0);
  /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */
  #waiting = new Map();

  /** @param {net.Socket} socket */
  constructor(socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on("data", (chunk) => this.#take(/** @type {Buffer} */ (chunk)));
    socket.on("error", () => {});
    socket.on("close", () => {
      for (const { reject } of this.#waiting.values()) reject(new Error("Firefox closed the connection"));
      this.#waiting.clear();
    });
  }

  /**
   * Tries until Firefox listens or `alive` says that it ended.
   * @param {number} port
   * @param {() => boolean} alive
   */
  static async connect(port, alive) {
    const end = Date.now() + 60_000;
    while (alive() && Date.now() < end) {
      const socket = await new Promise((resolve) => {
        const attempt = net.connect(port, "127.0.0.1");
        attempt.once("connect", () => resolve(attempt));
        attempt.once("error", () => resolve(null));
      });
      if (socket) return new Marionette(socket);
      await pause(50);
    }
    throw new Error(alive() ? "Firefox did not open its remote port within 60 s" : "Firefox ended while starting");
  }

  /** @param {Buffer} chunk */
  #take(chunk) {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const colon = this.#buffer.indexOf(":");
      if (colon < 0) return;
      const end = colon + 1 + Number(this.#buffer.toString("latin1", 0, colon));
      if (this.#buffer.length < end) return;
      const message = JSON.parse(this.#buffer.toString("utf8", colon + 1, end));
      this.#buffer = this.#buffer.subarray(end);
      if (!Array.isArray(message)) continue; // the greeting
      const [, id, error, body] = message;
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) waiting?.reject(new Error(`${error.error}: ${error.message}`));
      else waiting?.resolve(body);
    }
  }

  /**
   * @param {string} name
   * @param {Record<string, unknown>} [parameters]
   * @returns {Promise<any>}
   */
  send(name, parameters = {}) {
    const id = ++this.#last;
    const text = Buffer.from(JSON.stringify([0, id, name, parameters]));
    return new Promise((resolve, reject) => {
      if (this.#socket.destroyed) return reject(new Error("Firefox has closed"));
      this.#waiting.set(id, { resolve, reject });
      // In one piece and at once: two small writes would each wait 40 ms for the other side's acknowledgement.
      this.#socket.write(Buffer.concat([Buffer.from(`${text.length}:`), text]));
    });
  }

  /** Resolves when the connection has ended. */
  ended() {
    return /** @type {Promise<void>} */ (
      new Promise((resolve) => (this.#socket.destroyed ? resolve() : this.#socket.once("close", () => resolve())))
    );
  }

  end() {
    this.#socket.destroy();
  }
}
