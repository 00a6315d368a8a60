// The brain as wasm-pack builds it into brain/lede.js of a finished extension; said here so that background.js can be checked without a build.
declare module "*/brain/lede.js" {
  export default function instantiate(): Promise<unknown>;
  export function analyze(snapshot: string, settings: unknown, state: unknown, report: unknown): any;
  export function act(action: unknown, settings: unknown, state: unknown, report: unknown): any;
  /** Has the next call run in a fresh instance; for use after a trap. */
  export function reset(): void;
}

/** The last of the content scripts, seen from a function that background.js runs beside them. */
declare const Main: boolean | undefined;
