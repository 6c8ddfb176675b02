// A small WebDriver client (W3C WebDriver): starts a driver, opens a session, and ends both.
import { spawn } from "node:child_process";
import { createServer } from "node:net";

/** A port that nobody listens on. */
async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** The driver answered, and with an error. */
export class WebDriverError extends Error {}

/**
 * Starts a driver and a session. `command(port)` is the driver's command line.
 * The session has `go`, `run`, `until`, `keys`, `resize`, `screenshot` and `end`.
 */
export async function session({ command, env, capabilities }) {
  const port = await freePort();
  const [program, ...args] = command(port);
  // A group of its own: ending it ends the browser and the screen that the driver started.
  const driver = spawn(program, args, { env: { ...process.env, ...env }, detached: true, stdio: "ignore" });
  const failed = new Promise((_, fail) => driver.once("error", fail));
  failed.catch(() => {});
  const base = `http://127.0.0.1:${port}`;

  const call = async (method, path, body) => {
    const response = await fetch(base + path, {
      method,
      body: body && JSON.stringify(body),
      headers: { "content-type": "application/json" },
      signal: AbortSignal.timeout(60_000),
    });
    const { value } = await response.json();
    if (!response.ok) throw new WebDriverError(`${path}: ${value.error}: ${value.message}`);
    return value;
  };

  const kill = () => {
    try {
      process.kill(-driver.pid);
    } catch {
      // It has ended by itself.
    }
  };

  try {
    await Promise.race([failed, ready(() => call("GET", "/status"))]);
    const { sessionId } = await call("POST", "/session", { capabilities: { alwaysMatch: capabilities } });
    const at = (path) => `/session/${sessionId}${path}`;
    const run = (script, ...args) => call("POST", at("/execute/sync"), { script: `return (${script})(...arguments)`, args });
    return {
      go: (url) => call("POST", at("/url"), { url }),
      run: (f, ...args) => run(String(f), ...args),
      /** Asks until the answer is true, and says what it waits for if it never is. */
      until: async (what, f, ...args) => {
        for (let i = 0; i < 300; i++) {
          if (await run(String(f), ...args)) return;
          await pause(50);
        }
        throw new Error(`waited in vain: ${what}`);
      },
      resize: (width, height) => call("POST", at("/window/rect"), { width, height }),
      keys: async (...keys) => {
        const actions = keys.flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]);
        await call("POST", at("/actions"), { actions: [{ type: "key", id: "keyboard", actions }] });
      },
      screenshot: async () => Buffer.from(await call("GET", at("/screenshot")), "base64"),
      end: async () => {
        await call("DELETE", at("")).catch(() => {});
        kill();
      },
    };
  } catch (error) {
    kill();
    throw error;
  }
}

async function ready(status) {
  for (let i = 0; ; i++) {
    try {
      if ((await status()).ready) return;
    } catch (error) {
      if (i > 300) throw error;
    }
    await pause(100);
  }
}
