export const SIGN_IN = "/sign-in";

/** @param to where to go after signing in */
export function signInAddress(to: string): string {
  return to === "/" ? SIGN_IN : `${SIGN_IN}?to=${encodeURIComponent(to)}`;
}
