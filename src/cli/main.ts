import { useCompileCache } from './compile-cache.ts'

// Before anything else is loaded: what comes after it is kept in compiled form.
useCompileCache()
await import('./command-process.ts')
