/** Starts the page. What it does is Rust, in try/. */
import start, { demo } from "./try/try.js";

await start();
demo();
