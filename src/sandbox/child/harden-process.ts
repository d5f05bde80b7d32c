/**
 * Takes away what an escape from vm2 would reach for first. The permission flags are the wall; this only makes the
 * ground in front of it slippery.
 */
export function hardenProcess(): void {
  for (const name of PROCESS_MEMBERS) remove(process, name)
  for (const name of GLOBAL_NAMES) remove(globalThis, name)
}

const PROCESS_MEMBERS = [
  'abort',
  'binding',
  'chdir',
  'dlopen',
  'execve',
  'getBuiltinModule',
  'kill',
  'loadEnvFile',
  'mainModule',
  'reallyExit',
  'setegid',
  'seteuid',
  'setgid',
  'setgroups',
  'setuid',
  'umask',
  '_debugEnd',
  '_debugProcess',
  '_kill',
  '_linkedBinding',
  '_startProfilerIdleNotifier',
]

const GLOBAL_NAMES = [
  'BroadcastChannel',
  'EventSource',
  'MessageChannel',
  'SharedArrayBuffer',
  'Storage',
  'WebAssembly',
  'WebSocket',
  'Worker',
  'fetch',
  'localStorage',
  'sessionStorage',
]

function remove(holder: object, name: string): void {
  if (!Reflect.deleteProperty(holder, name)) {
    Reflect.defineProperty(holder, name, { value: undefined, writable: false, configurable: false })
  }
}
