export function environmentWithoutOptional(folder: string): { readonly [name: string]: string | undefined };
