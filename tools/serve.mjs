/** Serves the web site of dist/www on this machine alone, until it is stopped: node tools/serve.mjs */
import { serve } from "../tests/e2e/server.mjs";

const server = await serve();
console.log(`\nTry Lede at ${server.url}/site/try.html (Ctrl+C stops it)`);
process.once("SIGINT", () => void server.close().then(() => process.exit(0)));
