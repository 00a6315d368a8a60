// The extension's own pages as they are in pages/pages.js of a finished extension; said here so that pages.js can be checked without a build.
declare module "*/pages/pages.js" {
  /** Starts the module; once. */
  export default function start(): Promise<unknown>;
  /** Starts the options page. */
  export function options(): void;
  /** Starts the first-run page. */
  export function welcome(): void;
}
