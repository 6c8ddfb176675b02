// A static server on the loopback address, with files in memory before those on disk, and a log of requests.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

const type = (path) => TYPES[extname(path)] ?? "application/octet-stream";

/**
 * Serves a folder. `put(path, file)` lays a file over it: its text or bytes, or an object with any of `body`,
 * `status`, `type`, `headers`, and `gate`, a promise that the answer waits for.
 */
export async function serve(folder) {
  const files = new Map();
  const shared = new Set();
  const requests = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    requests.push(request.url);
    const file = files.get(pathname) ?? (await fromDisk(folder, pathname));
    await file.gate;
    response.writeHead(file.status ?? 200, {
      "content-type": file.type ?? type(pathname),
      // What a test counts are requests, not what the browser remembers of them.
      "cache-control": "no-store",
      ...(shared.has(pathname) && { "access-control-allow-origin": "*" }),
      ...file.headers,
    });
    response.end(file.body ?? "");
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    requests,
    put: (path, file) => {
      files.set(path, typeof file === "string" || Buffer.isBuffer(file) ? { body: file } : file);
    },
    /** A file of the folder, to be laid over itself with a difference. */
    file: (path) => fromDisk(folder, path),
    /** Takes back what `put` laid over a file. */
    restore: (path) => files.delete(path),
    /** Lets pages of any origin have a file of the folder. */
    share: (path) => shared.add(path),
    /** How often a file was asked for, whatever stands after `?`. */
    count: (path) => requests.filter((it) => it.split("?")[0] === path).length,
    /** Whether a file is in the folder. */
    isThere: (path) => existsSync(join(folder, path)),
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}

async function fromDisk(folder, pathname) {
  try {
    return { body: await readFile(join(folder, normalize(decodeURIComponent(pathname)))) };
  } catch {
    return { status: 404, type: "text/plain", body: "There is no such file." };
  }
}

/** A promise that is kept when the test says so. */
export function gate() {
  let open;
  const promise = new Promise((done) => (open = done));
  return { promise, open };
}
