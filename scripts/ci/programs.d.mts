export function environmentWithoutOptional(folder: string): NodeJS.ProcessEnv;
