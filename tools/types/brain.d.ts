// The brain as it is in brain/lede.js of a finished extension; said here so that background.js can be checked without a build.
declare module "*/brain/lede.js" {
  /** Starts the brain; once. */
  export default function instantiate(): Promise<unknown>;
  /** Hands over what was learned and the phrases; before the first question. */
  export function start(knowledge: string): void;
  /** What follows from the page's snapshots, the action, the settings and the page's state; with the sidebar's rows where it is open or
   * something was done. Throws a RuntimeError when the brain is broken. */
  export function answer(pages: string[], action: unknown, settings: unknown, state: unknown, open: boolean): any;
  /** Whether each category that is no appeal is hidden, by its name. */
  export function menu(settings: unknown): Record<string, boolean>;
  /** Whether something was set that may be seen on the page at this address whatever it holds. */
  export function anywhere(settings: unknown, url: string): boolean;
  /** Drops a broken brain and starts another, at once. */
  export function reset(): void;
}

/** The first and the last of the content scripts, seen from a function that background.js runs beside them. */
declare const Gate: object | null | undefined;
declare const Main: boolean | undefined;
