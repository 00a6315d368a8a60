/**
 * Goes only into the bench's own copy of the extension, before main.js. There `eyes.js`, `hands.js` and `sidebar.js` declare PlainEyes,
 * PlainHands and PlainSidebar; here they get their names back with a clock around what they do.
 */

const Eyes = Probe.wrap(PlainEyes, ["page", "fragment"], false);
const Hands = Probe.wrap(PlainHands, ["apply"], true);
const Sidebar = Object.freeze({ ...PlainSidebar, show: (...args) => Probe.time("show", () => PlainSidebar.show(...args)) });
