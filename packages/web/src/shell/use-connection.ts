import { useNetwork } from "@mantine/hooks";

export type ConnectionState = "live" | "connecting" | "offline";

export function useConnection(): ConnectionState {
  const { online } = useNetwork();
  return online ? "live" : "offline";
}
