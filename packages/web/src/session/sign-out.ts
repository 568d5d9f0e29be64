import { SignOutDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useMutation } from "urql";

/** Ends the session on the server, then leaves nothing of it in this tab. */
export function useSignOut(): () => Promise<void> {
  const [, signOut] = useMutation(SignOutDocument);
  return async () => {
    await signOut({});
    window.location.assign("/sign-in");
  };
}
