/// <reference types="next" />

declare module "*.module.css" {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}
declare module "*.css";
/** Its own declarations are a package for this one function. */
declare module "react-dom" {
  export function flushSync<Result>(render: () => Result): Result;
}
