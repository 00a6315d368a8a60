/** Starts the page that loads it. What the page does is Rust, in pages/: options, first run. */
import start, * as pages from "./pages/pages.js";

await start();
if (document.documentElement.dataset.page === "welcome") pages.welcome();
else pages.options();
