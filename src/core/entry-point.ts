import { fileURLToPath } from 'node:url'

/**
 * The path of a module that is started as a process of its own, beside the module that asks. In the repository it is a
 * `.ts` file, in the published package the `.js` file that was built from it.
 *
 * @param moduleUrl `import.meta.url` of the module that asks
 * @param name relative path without extension, such as `./skill-process`
 */
export function entryPoint(moduleUrl: string, name: string): string {
  const extension = moduleUrl.endsWith('.ts') ? '.ts' : '.js'
  return fileURLToPath(new URL(name + extension, moduleUrl))
}
